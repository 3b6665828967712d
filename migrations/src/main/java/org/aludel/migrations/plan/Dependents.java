package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.KeptTable;
import org.aludel.migrations.operation.KeyPayload;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/**
 * Adds what has to make way: constraints, indexes and generated columns that stay as they are, but
 * stand on something that changes below them, are dropped before and created after.
 */
final class Dependents {
  private final MetaData before;
  private final MetaData after;
  private final List<KeptTable> kept;
  private final List<Operation> operations;
  private final Exchange exchange;

  /** Columns that are replaced or get a type of another kind. */
  private final Set<Resource> replaced = new HashSet<>();

  /** Columns that get another type of the same kind. */
  private final Set<Resource> retyped = new HashSet<>();

  /** Tables that are made anew, with their own constraints. */
  private final Set<QualifiedName> rebuilt = new HashSet<>();

  /** Keys that a foreign key may point to and that go away, if only for a moment. */
  private final Set<Resource> droppedKeys = new HashSet<>();

  private Dependents(List<Operation> operations, MetaData before, MetaData after) {
    this.before = before;
    this.after = after;
    this.kept = KeptTable.of(before, after);
    this.operations = new ArrayList<>(operations);
    this.exchange = new Exchange(this.operations);
  }

  static List<Operation> complete(List<Operation> operations, MetaData before, MetaData after) {
    Dependents dependents = new Dependents(operations, before, after);
    dependents.findChanges();
    dependents.expressions();
    dependents.generatedColumns();
    dependents.partsOfTables();
    dependents.foreignKeys();
    return dependents.operations;
  }

  private void findChanges() {
    for (Operation operation : operations) {
      if (operation instanceof ColumnOperation.AlterType change) {
        Resource column = Resource.of(Resource.Kind.COLUMN, change.table(), change.column());
        boolean same = new TypeConversion(change.from(), change.to()).staysInFamily();
        (same ? retyped : replaced).add(column);
      } else if (operation instanceof ColumnOperation.ChangeComputed change && change.recreates()) {
        replaced.add(Resource.of(Resource.Kind.COLUMN, change.table(), change.from().name()));
      } else if (operation instanceof ConstraintOperation.Drop drop) {
        droppedKey(drop.table(), drop.constraint());
      } else if (operation instanceof IndexOperation.Drop drop && drop.index().unique()) {
        droppedKeys.add(key(drop.table(), drop.index()));
      } else if (operation instanceof RebuildOperation rebuild) {
        rebuild.before().all().forEach(this::droppedKeys);
      }
    }
  }

  private void droppedKeys(Table table) {
    rebuilt.add(table.name());
    table.constraints().forEach(each -> droppedKey(table.name(), each));
    table.indexes().stream()
        .filter(Index::unique)
        .forEach(each -> droppedKeys.add(key(table.name(), each)));
  }

  private void droppedKey(QualifiedName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      droppedKeys.add(TableFootprint.key(table, key.columns()));
    } else if (constraint instanceof UniqueConstraint unique) {
      droppedKeys.add(TableFootprint.key(table, unique.columns()));
    }
  }

  private static Resource key(QualifiedName table, Index index) {
    return TableFootprint.key(
        table, index.elements().stream().map(IndexElement::column).map(String::valueOf).toList());
  }

  /**
   * Another expression is one step that drops and adds the column. Where the old and the new one
   * read what changes, the change stands between the two, so they become steps of their own.
   */
  private void expressions() {
    Footprints footprints = new Footprints(new KnownNames(before, after));
    Set<Resource> altered = new HashSet<>();
    operations.forEach(each -> altered.addAll(each.accept(footprints).alters()));
    for (Operation operation : List.copyOf(operations)) {
      if (operation instanceof ColumnOperation.ChangeComputed change
          && stands(change.table(), SchemaWords.mentioned(change.from()), altered)
          && stands(change.table(), SchemaWords.mentioned(change.to()), altered)) {
        operations.remove(change);
        operations.add(new ColumnOperation.Drop(change.table(), change.from(), null));
        operations.add(new ColumnOperation.Add(change.table(), change.to(), null));
      }
    }
  }

  /** The database refuses any change of type below a generated column. */
  private void generatedColumns() {
    Set<Resource> changed = new HashSet<>(replaced);
    changed.addAll(retyped);
    changed.addAll(exchangedColumns());
    for (KeptTable each : kept) {
      Table table = each.before();
      for (Column column : table.columns()) {
        Column kept = each.after().column(column.name()).orElse(null);
        if (column.computed() == null
            || kept == null
            || kept.computed() == null
            || !stands(table.name(), SchemaWords.mentioned(column), changed)
            || operations.stream().anyMatch(step -> handles(step, table.name(), column))) {
          continue;
        }
        operations.add(new ColumnOperation.Drop(table.name(), column, null));
        operations.add(new ColumnOperation.Add(table.name(), column, null));
        replaced.add(Resource.of(Resource.Kind.COLUMN, table.name(), column.name()));
      }
    }
  }

  private Set<Resource> exchangedColumns() {
    Set<Resource> columns = new LinkedHashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof EnumOperation.Change change) {
        change
            .uses()
            .columns()
            .forEach(
                use ->
                    columns.add(
                        Resource.of(Resource.Kind.COLUMN, use.table(), use.column().name())));
      }
    }
    return columns;
  }

  private static boolean handles(Operation operation, QualifiedName table, Column column) {
    if (operation instanceof ColumnOperation.ChangeComputed change) {
      return change.table().equals(table) && change.from().name().equals(column.name());
    }
    return operation instanceof ColumnOperation.Drop drop
        && drop.table().equals(table)
        && drop.column().name().equals(column.name());
  }

  private void partsOfTables() {
    for (KeptTable each : kept) {
      Table table = each.before();
      for (Constraint constraint : table.constraints()) {
        if (!(constraint instanceof ForeignKey) && makesWay(table, constraint)) {
          exchange(table.name(), constraint);
        }
      }
      for (Index index : table.indexes()) {
        if (makesWay(table, index)) {
          exchange(table.name(), index);
        }
      }
    }
  }

  /** Plain keys are rebuilt under a change of type; expressions and replaced columns are not. */
  private boolean makesWay(Table table, Constraint constraint) {
    Set<String> words = SchemaWords.mentioned(constraint);
    return stands(table.name(), words, recreated())
        || (SchemaWords.hasText(constraint) && stands(table.name(), words, replaced));
  }

  private boolean makesWay(Table table, Index index) {
    Set<String> words = SchemaWords.mentioned(index);
    return stands(table.name(), words, recreated())
        || (SchemaWords.hasText(index) && stands(table.name(), words, replaced));
  }

  /** Replaced columns that are gone for a moment, and their indexes with them. */
  private Set<Resource> recreated() {
    Set<Resource> columns = new HashSet<>(replaced);
    operations.forEach(
        each -> {
          if (each instanceof ColumnOperation.AlterType change) {
            columns.remove(Resource.of(Resource.Kind.COLUMN, change.table(), change.column()));
          }
        });
    return columns;
  }

  private void foreignKeys() {
    LoggedOrder logged = new LoggedOrder(before, after);
    for (KeptTable each : kept) {
      Table table = each.before();
      for (ForeignKey key : table.foreignKeys()) {
        boolean changes =
            droppedKeys.contains(TableFootprint.key(key.target(), key.targetColumns()))
                || stands(table.name(), new HashSet<>(key.columns()), replaced)
                || stands(key.target(), new HashSet<>(key.targetColumns()), replaced)
                || payloadChanges(key)
                || logged.isInCircle(table.name(), key);
        if (changes && !rebuilt.contains(table.name())) {
          exchange(table.name(), key);
        }
      }
    }
  }

  /**
   * Whether a key that is referred to carries a column that gets another type: the server builds
   * the key anew and does not take the reference along.
   */
  private boolean payloadChanges(ForeignKey key) {
    Set<Resource> changed = new HashSet<>(replaced);
    changed.addAll(retyped);
    changed.addAll(exchangedColumns());
    return stands(key.target(), KeyPayload.of(before, key), changed);
  }

  private void exchange(QualifiedName table, Constraint constraint) {
    if (exchange.constraint(table, constraint)) {
      droppedKey(table, constraint);
      if (constraint instanceof ForeignKey key && key.target().equals(table)) {
        operations.removeIf(each -> takesAlong(each, key));
      }
    }
  }

  /** A reference of a table to itself is gone before a part leaves, which then never has it. */
  private boolean takesAlong(Operation operation, ForeignKey key) {
    return operation instanceof ConstraintOperation.Drop drop
        && drop.constraint() instanceof ForeignKey part
        && part.name().text().equals(key.name().text())
        && operations.stream()
            .anyMatch(
                each ->
                    each instanceof TableOperation.Detach detach
                        && detach.whole().equals(key.target())
                        && detach.table().equals(drop.table()));
  }

  private void exchange(QualifiedName table, Index index) {
    if (exchange.index(table, index) && index.unique()) {
      droppedKeys.add(key(table, index));
    }
  }

  private static boolean stands(QualifiedName table, Set<String> words, Set<Resource> columns) {
    return words.stream()
        .anyMatch(each -> columns.contains(Resource.of(Resource.Kind.COLUMN, table, each)));
  }
}
