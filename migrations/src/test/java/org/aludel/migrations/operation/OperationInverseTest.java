package org.aludel.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Grant;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** An operation and its inverse are each other's inverse, for whatever a comparison can find. */
final class OperationInverseTest {
  private static final QualifiedName ITEM = QualifiedName.of("item");

  @Test
  void theInverseOfTheInverseIsTheOperation() {
    for (Operation operation : operations()) {
      assertThat(operation.inverse().inverse()).isEqualTo(operation);
    }
  }

  @Test
  void everyKindOfOperationIsAmongTheGenerated() {
    Set<String> kinds =
        operations().stream()
            .flatMap(each -> List.of(each, each.inverse()).stream())
            .map(each -> each.getClass().getName())
            .collect(Collectors.toSet());

    assertThat(kinds).containsAll(permitted(Operation.class));
  }

  @Test
  void aDescriptionIsOneLineOfWhatAndWhichObject() {
    for (Operation operation : operations()) {
      assertThat(operation.describe()).matches("[a-z ]+  [^ \\n][^\\n]*");
    }
  }

  private static Set<String> permitted(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted == null) {
      // An operation of a user's own answers for its inverse itself.
      return type.isInterface() ? Set.of() : Set.of(type.getName());
    }
    return List.of(permitted).stream()
        .flatMap(each -> permitted(each).stream())
        .collect(Collectors.toSet());
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>(rare());
    operations.addAll(kept());
    CompareOptions options =
        CompareOptions.of(new IdentifierQuoter(Set.of("order", "select"), 63), "public")
            .withDrops(CompareOptions.Drops.allowed());
    for (long seed = 0; seed < 60; seed++) {
      operations.addAll(
          Comparison.compare(RandomSchema.of(seed), RandomSchema.of(seed + 1), options)
              .operations());
    }
    return operations;
  }

  private static List<Operation> rare() {
    Sequence sequence = Sequence.of(QualifiedName.of("ticket"));
    EnumType type = new EnumType(QualifiedName.of("mood"), List.of("a", "b"), null);
    ForeignKey key = ForeignKey.of(ConstraintName.given("fk"), List.of("a"), ITEM, List.of("id"));
    DefinedObject routine =
        new DefinedObject(
            new ObjectReference(ObjectKind.FUNCTION, QualifiedName.of("f"), "integer"),
            "CREATE FUNCTION f(integer)",
            List.of(),
            null);
    Grant grant =
        new Grant(
            routine.reference(),
            Grant.Grantee.everybody(),
            Grant.Action.REVOKE,
            new TreeSet<>(Set.of("EXECUTE")));
    return List.of(
        new ObjectOperation.Create(routine),
        new ObjectOperation.Replace(routine, routine),
        new ObjectOperation.Rename(
            routine.reference(),
            new ObjectReference(ObjectKind.FUNCTION, QualifiedName.of("g"), "integer")),
        new ObjectOperation.Comment(routine.reference(), null, "what it is"),
        new ObjectOperation.CheckBodies(false),
        new PrivilegeOperation.Change(routine.reference(), List.of(), List.of(grant)),
        new PrivilegeOperation.Give(routine.reference(), List.of(grant)),
        new NamespaceOperation.Create(new Namespace("extra", null)),
        new ExtensionOperation.Create(new Extension("citext", null, null, null)),
        new ExtensionOperation.Move("citext", null, "extra"),
        new ExtensionOperation.Update("citext", "1.5", "1.6"),
        new EnumOperation.Create(type),
        new EnumOperation.AddValue(type, "c", 2, EnumUses.NONE),
        new EnumOperation.RenameValue(type.name(), "a", "z"),
        new EnumOperation.Change(
            type, new EnumType(type.name(), List.of("b"), null), EnumUses.NONE),
        new SequenceOperation.Rename(sequence.name(), QualifiedName.of("other")),
        new SequenceOperation.ChangeOwner(sequence.name(), null, new Sequence.Owner(ITEM, "id")),
        new TableOperation.Rename(ITEM, new QualifiedName("extra", "thing")),
        new ColumnOperation.Rename(ITEM, "a", "b"),
        new ColumnOperation.AlterIdentity(
            ITEM,
            "id",
            Identity.byDefault(),
            new Identity(true, new SequenceOptions(5, 2, null, null, 1, false))),
        new ColumnOperation.ChangeComputed(
            ITEM,
            Column.of("a", SqlTypes.INTEGER),
            Column.of("a", SqlTypes.INTEGER).withComputed(new Computed("b * 2", true))),
        new ConstraintOperation.Rename(ITEM, key, "fk_item_a"),
        new ConstraintOperation.Validate(ITEM, key),
        new IndexOperation.Rename(
            ITEM, Index.of(ConstraintName.given("ix"), false, List.of("a")), "ix_item_a"),
        new CommentOperation(CommentTarget.column(ITEM, "a"), null, "what it is"));
  }

  private static Operation rebuild() {
    Table plain =
        new Table(ITEM, List.of(Column.of("a", SqlTypes.INTEGER)), List.of(), List.of(), null);
    Table divided =
        plain.withPartitioning(new Partitioning(Partitioning.Strategy.HASH, "a", List.of()));
    return new RebuildOperation(
        new RebuildOperation.Side(List.of(plain), List.of()),
        new RebuildOperation.Side(List.of(divided), List.of()));
  }

  private static List<Operation> kept() {
    return List.of(
        new TableOperation.AlterOptions(
            ITEM,
            Table.Options.DEFAULT,
            new Table.Options(
                true, Map.of(), null, Table.Options.DEFAULT.rowSecurity(), null, null)),
        new TableOperation.Attach(ITEM, QualifiedName.of("item_1"), "DEFAULT"),
        new TableOperation.Inherit(ITEM, QualifiedName.of("thing")),
        rebuild(),
        new ColumnOperation.AlterOptions(
            ITEM,
            "a",
            SqlTypes.TEXT,
            Column.Options.DEFAULT,
            new Column.Options("external", null, null, Map.of())),
        new ConstraintOperation.AddTwin(
            ITEM, ForeignKey.of(ConstraintName.given("fk"), List.of("a"), ITEM, List.of("id"))),
        new IndexOperation.AddTwin(ITEM, Index.of(ConstraintName.given("ix"), false, List.of("a"))),
        new IndexOperation.AlterStatistics(
            ITEM,
            Index.of(ConstraintName.given("ix"), false, List.of("a")),
            Index.of(ConstraintName.given("ix"), false, List.of("a"))
                .withStatisticsTargets(new TreeMap<>(Map.of(1, 5)))));
  }
}
