package org.aludel.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** A name counts where a person gave it; a rename needs somebody's word. */
final class NamesTest {
  private static final CompareOptions OPTIONS =
      CompareOptions.of(new IdentifierQuoter(Set.of("order"), 63), "public")
          .withDrops(CompareOptions.Drops.allowed());

  @Test
  void aNameOfTheConventionIsNoDifference() {
    assertThat(words(compare(unique("db_name", true, "x"), unique("uq_t_x", false, "x"))))
        .isEmpty();
  }

  @Test
  void aNameOfAPersonIsARename() {
    assertThat(words(compare(unique("db_name", true, "x"), unique("mine", true, "x"))))
        .containsExactly("rename constraint  t: db_name -> mine");
  }

  @Test
  void anotherContentIsDroppedByTheServersNameAndAddedByTheConventions() {
    assertThat(words(compare(unique("db_name", true, "x"), unique("uq_t_x_y", false, "x", "y"))))
        .containsExactly("drop unique  t: db_name (x)", "add unique  uq_t_x_y (x, y)");
  }

  @Test
  void anUnnamedCheckOfTheModelIsAddedByItsConventionalName() {
    Table model =
        table()
            .withConstraints(
                List.of(CheckConstraint.of(ConstraintName.conventional("ck_t_1"), "x > 0")));

    assertThat(words(compare(table(), model))).containsExactly("add check  ck_t_1 (x > 0)");
  }

  @Test
  void exchangedNamesAreDroppedAndCreated() {
    Table database = table().withIndexes(List.of(index("one", "x"), index("two", "y")));
    Table model = table().withIndexes(List.of(index("one", "y"), index("two", "x")));

    assertThat(words(compare(database, model)))
        .containsExactlyInAnyOrder(
            "drop index  t: one (x)",
            "drop index  t: two (y)",
            "create index  t: one (y)",
            "create index  t: two (x)");
  }

  @Test
  void anInvalidIndexIsBuiltAnew() {
    Index broken = index("ix", "x");
    Index invalid =
        new Index(
            broken.name(),
            false,
            "btree",
            broken.elements(),
            List.of(),
            null,
            false,
            broken.storage(),
            null,
            false);

    assertThat(
            words(
                compare(
                    table().withIndexes(List.of(invalid)), table().withIndexes(List.of(broken)))))
        .containsExactly("drop index  t: ix (x)", "create index  t: ix (x)");
  }

  @Test
  void aHintActsOnlyWhileTheOldNameIsThereAndTheNewOneIsNot() {
    CompareOptions options =
        OPTIONS.withRenames(List.of(new RenameHint.OfColumn(QualifiedName.of("t"), "x", "z")));
    Table renamed =
        table().withColumns(List.of(Column.of("z", SqlTypes.TEXT), Column.of("y", SqlTypes.TEXT)));

    Differences first = Comparison.compare(schema(table()), schema(renamed), options);
    Differences second = Comparison.compare(schema(renamed), schema(renamed), options);

    assertThat(words(first)).containsExactly("rename column  t.x -> z");
    assertThat(words(second)).isEmpty();
  }

  @Test
  void aRenameGoesThroughEverythingThatNamesTheColumn() {
    Table database =
        table()
            .withConstraints(
                List.of(
                    CheckConstraint.of(ConstraintName.given("ck"), "x <> 'x'::text"),
                    UniqueConstraint.of(ConstraintName.given("uq"), List.of("x", "y"))))
            .withIndexes(List.of(index("ix", "x")));
    Table model =
        table()
            .withColumns(List.of(Column.of("order", SqlTypes.TEXT), Column.of("y", SqlTypes.TEXT)))
            .withConstraints(
                List.of(
                    CheckConstraint.of(ConstraintName.given("ck"), "\"order\" <> 'x'::text"),
                    UniqueConstraint.of(ConstraintName.given("uq"), List.of("order", "y"))))
            .withIndexes(List.of(index("ix", "order")));
    CompareOptions options = OPTIONS.withRenames(List.of(new RenameHint.OfAny("t.x:order")));

    assertThat(words(Comparison.compare(schema(database), schema(model), options)))
        .containsExactly("rename column  t.x -> order");
  }

  @Test
  void aHintThatFitsNothingIsRefusedWithTheNearestName() {
    CompareOptions options = OPTIONS.withRenames(List.of(new RenameHint.OfAny("tt.x:z")));

    assertThatThrownBy(() -> Comparison.compare(schema(table()), schema(table()), options))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-AMBIGUOUS-RENAME")
        .hasMessageContaining("did you mean \"t.x\"?");
  }

  private static Table unique(String name, boolean given, String... columns) {
    Constraint constraint = UniqueConstraint.of(new ConstraintName(name, given), List.of(columns));
    return table().withConstraints(List.of(constraint));
  }

  private static Index index(String name, String column) {
    return Index.of(ConstraintName.given(name), false, List.of(column));
  }

  private static Table table() {
    return new Table(
        QualifiedName.of("t"),
        List.of(Column.of("x", SqlTypes.TEXT), Column.of("y", SqlTypes.TEXT)),
        List.of(),
        List.of(),
        null);
  }

  private static MetaData schema(Table table) {
    return MetaData.ofTables(List.of(table));
  }

  private static Differences compare(Table database, Table model) {
    return Comparison.compare(schema(database), schema(model), OPTIONS);
  }

  private static List<String> words(Differences differences) {
    return differences.operations().stream().map(Operation::describe).toList();
  }
}
