package org.aludel.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Computed;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Grant;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What destroys, exposes or breaks: each rule reports it, and stays silent beside it. */
final class DestructiveRulesTest {
  private static final QualifiedName ITEM = QualifiedName.of("item");
  private static final Table EMPTY = new Table(ITEM, List.of(), List.of(), List.of(), null);
  private static final Column OLD = Column.of("old", SqlTypes.INTEGER);
  private static final Column NEW = Column.of("new", SqlTypes.INTEGER);
  private static final CheckConstraint CHECK =
      CheckConstraint.of(ConstraintName.given("n"), "a > 0");
  private static final ConstraintOperation NO_CHECK = new ConstraintOperation.Drop(ITEM, CHECK);
  private static final ColumnOperation NO_OLD = new ColumnOperation.Drop(ITEM, OLD, null);
  private static final ObjectOperation NO_FUNCTION = drop(ObjectKind.FUNCTION, "f");
  private static final ObjectOperation NO_POLICY = drop(ObjectKind.POLICY, "p");

  @ParameterizedTest
  @MethodSource("reported")
  void reports(String code, List<Operation> revision) {
    assertThat(codes(revision)).contains(code);
  }

  @ParameterizedTest
  @MethodSource("silent")
  void staysSilent(String code, List<Operation> revision) {
    assertThat(codes(revision)).doesNotContain(code);
  }

  private static Stream<Arguments> reported() {
    return Stream.of(
        of("B05", type("varchar(30)", "varchar(20)")),
        of("B05", type("text", "varchar(20)")),
        of("B05", type("varchar", "char")),
        of("B05", type("bigint", "integer")),
        of("B05", type("numeric(12,2)", "integer")),
        of("B05", type("numeric(12,2)", "numeric(10,2)")),
        of("B05", type("integer", "numeric(9)")),
        of("B05", type("double precision", "numeric(12,2)")),
        of("C03", new NamespaceOperation.Drop(new Namespace("s", null, false))),
        of("C02", new ObjectOperation.Replace(row("a", "b"), row("a"))),
        of(
            "C02",
            new ObjectOperation.Drop(row("a", "b")),
            new ObjectOperation.Create(row("b", "c"))),
        of("C08", new EnumOperation.Drop(new EnumType(ITEM, List.of("a"), null))),
        of("C08", new SequenceOperation.Drop(Sequence.of(ITEM))),
        of("C08", new ExtensionOperation.Drop(new Extension("citext", null, null, null))),
        of("C08", NO_FUNCTION),
        of("C09", type("numeric(12,2)", "numeric(12,1)")),
        of("C09", type("timestamptz", "date")),
        of("C09", type("double precision", "integer")),
        of("C10", NO_OLD, new ColumnOperation.Add(ITEM, NEW, null)),
        of("C11", NO_CHECK),
        of("C13", NO_POLICY),
        of("C13", security(true, false)),
        of("C13", privileges(List.of(), List.of(read()))),
        of("A36", unlogged(false, true)),
        of("A36", unlogged(true, false)),
        of("C14", type("timestamp", "timestamptz")),
        of("C14", type("timestamptz(3)", "timestamp(3)")),
        of("C14", type("date", "timestamptz")),
        of("D01", new TableOperation.Rename(ITEM, QualifiedName.of("thing"))),
        of("D02", new ColumnOperation.Rename(ITEM, "old", "new")));
  }

  private static Stream<Arguments> silent() {
    return Stream.of(
        of("B05", type("varchar(30)", "varchar(40)")),
        of("B05", type("varchar(30)", "text")),
        of("B05", type("integer", "bigint")),
        of("B05", type("numeric(12,2)", "numeric(12,1)")),
        of("B05", type("integer", "numeric(10)")),
        of("B05", new TableOperation.Create(EMPTY, List.of()), type("bigint", "integer")),
        of("C03", new NamespaceOperation.Create(new Namespace("s", null, false))),
        of("C02", new ObjectOperation.Replace(row("a"), row("a", "b"))),
        of(
            "C02",
            new ObjectOperation.Drop(row("a", "b")),
            new ObjectOperation.Create(row("b", "a"))),
        of("C08", NO_FUNCTION, NO_FUNCTION.inverse()),
        of("C08", drop(ObjectKind.TRIGGER, "t")),
        of("C09", type("numeric(12,2)", "numeric(12,3)")),
        of("C09", type("date", "timestamptz")),
        of("C10", NO_OLD, new ColumnOperation.Add(ITEM, Column.of("new", SqlTypes.TEXT), null)),
        of("C10", NO_OLD, new ColumnOperation.Add(QualifiedName.of("other"), NEW, null)),
        of(
            "C10",
            NO_OLD,
            new ColumnOperation.Add(ITEM, NEW.withComputed(new Computed("1", true)), null)),
        of(
            "C11",
            NO_CHECK,
            new ConstraintOperation.Add(ITEM, CHECK.withName(ConstraintName.given("m")))),
        of(
            "C11",
            NO_CHECK,
            new ConstraintOperation.Add(ITEM, CheckConstraint.of(CHECK.name(), "a > 1"))),
        of("C11", NO_CHECK, new TableOperation.Drop(EMPTY, List.of())),
        of("A36", security(false, true)),
        of("A36", new TableOperation.Create(EMPTY, List.of()), unlogged(false, true)),
        of("C14", type("timestamp", "timestamp(3)")),
        of("C14", type("date", "timestamp")),
        of("C14", new TableOperation.Create(EMPTY, List.of()), type("date", "timestamptz")),
        of("C13", NO_POLICY, NO_POLICY.inverse()),
        of("C13", security(false, true)),
        of("C13", privileges(List.of(read()), List.of())));
  }

  private static List<String> codes(List<Operation> revision) {
    return Lint.hazards(revision).stream().map(Hazard::code).toList();
  }

  private static Arguments of(String code, Operation... revision) {
    return Arguments.of(code, List.of(revision));
  }

  private static Operation type(String from, String to) {
    return new ColumnOperation.AlterType(
        ITEM,
        "a",
        new ColumnType(SqlTypes.named(from), null, null),
        new ColumnType(SqlTypes.named(to), null, null));
  }

  private static ObjectOperation drop(ObjectKind kind, String part) {
    ObjectReference reference = new ObjectReference(kind, ITEM, part);
    return new ObjectOperation.Drop(new DefinedObject(reference, "CREATE …", List.of(), null));
  }

  private static Operation unlogged(boolean before, boolean after) {
    return new TableOperation.AlterOptions(ITEM, withLog(before), withLog(after));
  }

  private static Table.Options withLog(boolean unlogged) {
    Table.Options plain = Table.Options.DEFAULT;
    return new Table.Options(
        unlogged,
        plain.storage(),
        plain.accessMethod(),
        plain.rowSecurity(),
        plain.replicaIdentity(),
        plain.clusterIndex());
  }

  private static Operation security(boolean before, boolean after) {
    return new TableOperation.AlterOptions(ITEM, withSecurity(before), withSecurity(after));
  }

  private static Table.Options withSecurity(boolean enabled) {
    Table.Options plain = Table.Options.DEFAULT;
    return new Table.Options(
        plain.unlogged(),
        plain.storage(),
        plain.accessMethod(),
        new Table.RowSecurity(enabled, false),
        plain.replicaIdentity(),
        plain.clusterIndex());
  }

  private static Operation privileges(List<Grant> from, List<Grant> to) {
    return new PrivilegeOperation.Change(ObjectReference.table(ITEM), from, to);
  }

  private static Grant read() {
    return new Grant(
        ObjectReference.table(ITEM),
        Grant.Grantee.everybody(),
        Grant.Action.GRANT,
        new TreeSet<>(List.of("SELECT")));
  }

  private static CompositeType row(String... attributes) {
    return new CompositeType(
        ITEM,
        Arrays.stream(attributes)
            .map(each -> new CompositeType.Attribute(each, SqlTypes.TEXT, null, null))
            .toList(),
        null);
  }
}
