package org.aludel.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.EnumUses;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.review.Review;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Deferral;
import org.aludel.schema.EnumType;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.Partitioning;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule reports what it is for, and stays silent beside it. */
final class LintTest {
  private static final QualifiedName ITEM = QualifiedName.of("item");
  private static final ConstraintName NAME = ConstraintName.given("n");
  private static final Column PLAIN = Column.of("a", SqlTypes.INTEGER);
  private static final ForeignKey KEY =
      ForeignKey.of(NAME, List.of("a"), QualifiedName.of("b"), List.of("id"));
  private static final CheckConstraint CHECK = CheckConstraint.of(NAME, "a > 0");

  @ParameterizedTest
  @MethodSource("reported")
  void reports(String code, Operation operation) {
    assertThat(codes(operation)).contains(code);
  }

  @ParameterizedTest
  @MethodSource("silent")
  void staysSilent(String code, Operation operation) {
    assertThat(codes(operation)).doesNotContain(code);
  }

  @ParameterizedTest
  @MethodSource("reported")
  void aTableOfTheSameRevisionIsEmpty(String code, Operation operation) {
    Operation create =
        new TableOperation.Create(
            new Table(ITEM, List.of(PLAIN), List.of(), List.of(), null), List.of());

    List<String> codes =
        Lint.hazards(List.of(create, operation)).stream().map(Hazard::code).toList();

    assertThat(codes).allMatch(each -> each.startsWith("C") || each.startsWith("D"));
  }

  @Test
  void aColumnOfTheSameRevisionHasNoDuplicates() {
    Operation add = new ColumnOperation.Add(ITEM, PLAIN, null);
    Operation unique = new ConstraintOperation.Add(ITEM, UniqueConstraint.of(NAME, List.of("a")));

    assertThat(Lint.hazards(List.of(add, unique)).stream().map(Hazard::code))
        .containsExactly("A10");
  }

  @Test
  void everyRuleHasItsSectionAndEverySectionItsRule() throws IOException {
    Path page = Path.of(System.getProperty("aludel.root", ".."), "docs", "safe-migrations.md");
    List<String> sections =
        Files.readAllLines(page).stream()
            .filter(line -> line.matches("## [A-Z][0-9]{2} .*"))
            .map(line -> line.substring(3, 6))
            .sorted()
            .toList();

    assertThat(sections)
        .isEqualTo(Stream.concat(Lint.codes().stream(), Review.codes().stream()).sorted().toList());
  }

  /** Whose type is old, even where the table that uses it is new. */
  @Test
  void reportsALabelThatRowsMayHold() {
    assertThat(codes(labels(List.of("a", "b"), List.of("a")))).containsExactly("B08");
  }

  private static Operation labels(List<String> from, List<String> to) {
    QualifiedName mood = QualifiedName.of("mood");
    return new EnumOperation.Change(
        new EnumType(mood, from, null),
        new EnumType(mood, to, null),
        new EnumUses(List.of(new EnumUses.ColumnUse(ITEM, PLAIN, false)), List.of(), List.of()));
  }

  private static List<String> codes(Operation operation) {
    return Lint.hazards(List.of(operation)).stream().map(Hazard::code).toList();
  }

  private static Stream<Arguments> reported() {
    return Stream.of(
        Arguments.of("A01", index(false)),
        Arguments.of("A02", index(false).inverse()),
        Arguments.of("A11", add(PrimaryKey.of(NAME, List.of("a")))),
        Arguments.of("A14", column(PLAIN.withComputed(new Computed("1", true)))),
        Arguments.of("A15", column(PLAIN.withIdentity(Identity.byDefault()))),
        Arguments.of("A19", add(exclusion())),
        Arguments.of("A23", new TableOperation.Attach(QualifiedName.of("w"), ITEM, "DEFAULT")),
        Arguments.of("A35", rebuild()),
        Arguments.of("B06", type("text", "date")),
        Arguments.of("B06", type("point", "integer")),
        Arguments.of("B07", add(KEY)),
        Arguments.of("B09", add(CHECK)),
        Arguments.of("B09", add(exclusion())),
        Arguments.of("A06", add(KEY)),
        Arguments.of("A08", add(CHECK)),
        Arguments.of("A10", add(UniqueConstraint.of(NAME, List.of("a")))),
        Arguments.of("A12", new ColumnOperation.AlterNullability(ITEM, "a", true, false)),
        Arguments.of("A13", column(PLAIN.withServerDefault("(random() * 10)"))),
        Arguments.of("A13", column(PLAIN.withServerDefault("nextval('q'::regclass)"))),
        Arguments.of("A16", type("integer", "bigint")),
        Arguments.of("A16", type("varchar(30)", "varchar(20)")),
        Arguments.of("A16", type("numeric(10,2)", "numeric(12,3)")),
        Arguments.of("A16", type("text", "varchar(20)")),
        Arguments.of("B01", column(PLAIN.notNull())),
        Arguments.of("B02", add(UniqueConstraint.of(NAME, List.of("a")))),
        Arguments.of("B02", index(true)),
        Arguments.of("B04", new ColumnOperation.AlterNullability(ITEM, "a", true, false)),
        Arguments.of(
            "C01",
            new TableOperation.Drop(
                new Table(ITEM, List.of(PLAIN), List.of(), List.of(), null), List.of())),
        Arguments.of("C02", new ColumnOperation.Drop(ITEM, PLAIN, null)));
  }

  private static Stream<Arguments> silent() {
    ForeignKey unchecked =
        new ForeignKey(
            NAME,
            KEY.columns(),
            KEY.target(),
            KEY.targetColumns(),
            KEY.onDelete(),
            List.of(),
            KEY.onUpdate(),
            KEY.match(),
            KEY.deferral(),
            false,
            null);
    return Stream.of(
        Arguments.of("A01", index(false).inverse()),
        Arguments.of("A02", index(false)),
        Arguments.of("A11", add(UniqueConstraint.of(NAME, List.of("a")))),
        Arguments.of("A14", column(PLAIN.withComputed(new Computed("1", false)))),
        Arguments.of("A15", column(PLAIN)),
        Arguments.of("A19", add(CHECK)),
        Arguments.of("A23", new TableOperation.Detach(QualifiedName.of("w"), ITEM, "DEFAULT")),
        Arguments.of("A35", new TableOperation.Attach(QualifiedName.of("w"), ITEM, "DEFAULT")),
        Arguments.of("B06", type("integer", "text")),
        Arguments.of("B06", type("integer", "boolean")),
        Arguments.of("B06", type("varchar(30)", "varchar(20)")),
        Arguments.of("B07", add(unchecked)),
        Arguments.of("B08", labels(List.of("a"), List.of("a", "b"))),
        Arguments.of("B09", add(new CheckConstraint(NAME, "a > 0", false, false, null))),
        Arguments.of("A06", add(unchecked)),
        Arguments.of("A08", add(new CheckConstraint(NAME, "a > 0", false, false, null))),
        Arguments.of("A10", index(true)),
        Arguments.of("A12", new ColumnOperation.AlterNullability(ITEM, "a", false, true)),
        Arguments.of("A13", column(PLAIN.withServerDefault("now()"))),
        Arguments.of("A13", column(PLAIN.withServerDefault("'random'::text"))),
        Arguments.of("A16", type("varchar(30)", "varchar(40)")),
        Arguments.of("A16", type("varchar(30)", "text")),
        Arguments.of("A16", type("text", "varchar")),
        Arguments.of("A16", type("numeric(10,2)", "numeric(12,2)")),
        Arguments.of("A16", type("timestamp(3)", "timestamp")),
        Arguments.of("B01", column(PLAIN.notNull().withServerDefault("0"))),
        Arguments.of("B01", column(PLAIN.notNull().withIdentity(Identity.byDefault()))),
        Arguments.of("B01", column(PLAIN)),
        Arguments.of("B02", index(false)),
        Arguments.of("B04", new ColumnOperation.AlterNullability(ITEM, "a", false, true)),
        Arguments.of("C01", new ColumnOperation.Drop(ITEM, PLAIN, null)),
        Arguments.of(
            "C02",
            new ColumnOperation.Drop(ITEM, PLAIN.withComputed(new Computed("b * 2", true)), null)));
  }

  private static Operation add(Constraint constraint) {
    return new ConstraintOperation.Add(ITEM, constraint);
  }

  private static Constraint exclusion() {
    return new ExcludeConstraint(
        NAME,
        "gist",
        List.of(new ExcludeConstraint.Element(IndexElement.column("a"), "&&")),
        List.of(),
        null,
        Deferral.NOT_DEFERRABLE,
        null);
  }

  private static IndexOperation index(boolean unique) {
    return new IndexOperation.Create(ITEM, Index.of(NAME, unique, List.of("a")));
  }

  private static Operation column(Column column) {
    return new ColumnOperation.Add(ITEM, column, null);
  }

  private static Operation type(String from, String to) {
    return new ColumnOperation.AlterType(
        ITEM,
        "a",
        new ColumnType(SqlTypes.named(from), null, null),
        new ColumnType(SqlTypes.named(to), null, null));
  }

  private static Operation rebuild() {
    Table plain = new Table(ITEM, List.of(PLAIN), List.of(), List.of(), null);
    Table divided =
        plain.withPartitioning(new Partitioning(Partitioning.Strategy.HASH, "a", List.of()));
    return new RebuildOperation(
        new RebuildOperation.Side(List.of(plain), List.of()),
        new RebuildOperation.Side(List.of(divided), List.of()));
  }
}
