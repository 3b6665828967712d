package org.aludel.migrations.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/** What the other operations of the same revision do. */
final class RevisionScope {
  private final List<Operation> operations;
  private final MetaData before;
  private final Set<QualifiedName> tables = new HashSet<>();
  private final Set<QualifiedName> dropped = new HashSet<>();
  private final Set<Sequence.Owner> nullColumns = new HashSet<>();

  /**
   * @param before the database after the renames among the operations
   */
  RevisionScope(List<Operation> operations, MetaData before) {
    this.operations = List.copyOf(operations);
    this.before = before;
    for (Operation operation : operations) {
      if (operation instanceof TableOperation.Create create) {
        tables.add(create.table().name());
      } else if (operation instanceof TableOperation.Drop drop) {
        dropped.add(drop.table().name());
      } else if (operation instanceof ColumnOperation.Add add
          && add.column().nullable()
          && add.column().serverDefault() == null
          && add.column().computed() == null) {
        nullColumns.add(new Sequence.Owner(add.table(), add.column().name()));
      }
    }
  }

  /** Whether a table may hold rows when the revision runs. */
  boolean mayHoldRows(QualifiedName table) {
    return !tables.contains(table);
  }

  /** Whether a table is there before and after. */
  boolean keeps(QualifiedName table) {
    return mayHoldRows(table) && !dropped.contains(table);
  }

  /** Whether the revision adds one of the columns, so that it is null in every row. */
  boolean addsNulls(QualifiedName table, List<String> columns) {
    return columns.stream().anyMatch(each -> nullColumns.contains(new Sequence.Owner(table, each)));
  }

  /** Whether the revision adds a column that could take the values of another one as they are. */
  boolean addsLike(QualifiedName table, Column column) {
    return any(
        ColumnOperation.Add.class,
        add ->
            add.table().equals(table)
                && add.column().type().equals(column.type())
                && add.column().computed() == null
                && column.computed() == null);
  }

  /** Whether the revision adds a constraint of the same name, or the same under another one. */
  boolean adds(QualifiedName table, Constraint constraint) {
    return any(
        ConstraintOperation.Add.class,
        add ->
            add.table().equals(table)
                && (add.constraint().name().equals(constraint.name())
                    || add.constraint().withName(constraint.name()).equals(constraint)));
  }

  /** Whether a table has partitions. */
  boolean isDivided(QualifiedName table) {
    return table(table).anyMatch(each -> each.partitioning() != null);
  }

  /** Whether an index, also that of a constraint, has the column. */
  boolean isIndexed(QualifiedName table, String column) {
    return table(table)
        .anyMatch(
            each ->
                each.indexes().stream()
                        .anyMatch(index -> SchemaWords.mentioned(index).contains(column))
                    || each.constraints().stream()
                        .filter(one -> !(one instanceof CheckConstraint))
                        .filter(one -> !(one instanceof ForeignKey))
                        .anyMatch(one -> SchemaWords.mentioned(one).contains(column)));
  }

  /** Whether a foreign key begins or ends at the column. */
  boolean isReferring(QualifiedName table, String column) {
    return before.tablesAndPartitions().stream()
        .anyMatch(
            each ->
                each.foreignKeys().stream()
                    .anyMatch(
                        key ->
                            (each.name().equals(table) && key.columns().contains(column))
                                || (key.target().equals(table)
                                    && key.targetColumns().contains(column))));
  }

  /** Whether a column is of a type. */
  boolean isUsed(QualifiedName type) {
    return before.tablesAndPartitions().stream()
        .flatMap(each -> each.columns().stream())
        .anyMatch(each -> SchemaWords.isOfType(each, type));
  }

  /** Whether the revision drops an index over the same keys that is not unique. */
  boolean dropsPlain(QualifiedName table, Index index) {
    return any(
        IndexOperation.Drop.class,
        drop ->
            drop.table().equals(table)
                && !drop.index().unique()
                && drop.index().elements().equals(index.elements()));
  }

  private Stream<Table> table(QualifiedName name) {
    return before.tablesAndPartitions().stream().filter(each -> each.name().equals(name));
  }

  /** Whether the revision creates an object of that identity, anew or for the first time. */
  boolean creates(ObjectReference reference) {
    return any(
        ObjectOperation.Create.class, create -> create.object().reference().equals(reference));
  }

  /** What the revision creates under that identity, anew or for the first time. */
  List<SchemaObject> created(ObjectReference reference) {
    return operations.stream()
        .filter(ObjectOperation.Create.class::isInstance)
        .map(each -> ((ObjectOperation.Create) each).object())
        .filter(each -> each.reference().equals(reference))
        .toList();
  }

  private <O extends Operation> boolean any(Class<O> type, Predicate<O> condition) {
    return operations.stream().filter(type::isInstance).map(type::cast).anyMatch(condition);
  }
}
