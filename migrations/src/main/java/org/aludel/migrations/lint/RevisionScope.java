package org.aludel.migrations.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;

/** What the other operations of the same revision do. */
final class RevisionScope {
  private final List<Operation> operations;
  private final Set<QualifiedName> tables = new HashSet<>();
  private final Set<QualifiedName> dropped = new HashSet<>();
  private final Set<Sequence.Owner> nullColumns = new HashSet<>();

  RevisionScope(List<Operation> operations) {
    this.operations = List.copyOf(operations);
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
