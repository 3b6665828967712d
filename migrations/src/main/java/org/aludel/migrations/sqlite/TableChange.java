package org.aludel.migrations.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * All that happens to one table that stays.
 *
 * @param operations on its columns, constraints and indexes
 */
record TableChange(Table before, Table after, List<Operation> operations) {
  /** What SQLite takes for a constant in ADD COLUMN. Source: SQLite, ALTER TABLE. */
  private static final Pattern CONSTANT =
      Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?|'(?:[^']|'')*'|(?i:TRUE|FALSE)");

  TableChange {
    operations = List.copyOf(operations);
  }

  static TableChange of(Table before, List<Operation> operations) {
    Table after = before;
    for (Operation operation : operations) {
      after = applied(after, operation);
    }
    return new TableChange(before, after, operations);
  }

  /** The table that an operation on a part of one is about. */
  static QualifiedName table(Operation operation) {
    if (operation instanceof ColumnOperation column) {
      return column.table();
    }
    if (operation instanceof IndexOperation.Create create) {
      return create.table();
    }
    if (operation instanceof IndexOperation.Drop drop) {
      return drop.table();
    }
    if (operation instanceof IndexOperation.Rename rename) {
      return rename.table();
    }
    return constrained((ConstraintOperation) operation);
  }

  private static QualifiedName constrained(ConstraintOperation operation) {
    if (operation instanceof ConstraintOperation.Add add) {
      return add.table();
    }
    return operation instanceof ConstraintOperation.Drop drop
        ? drop.table()
        : ((ConstraintOperation.Rename) operation).table();
  }

  private static Table applied(Table table, Operation operation) {
    if (operation instanceof ColumnOperation column) {
      return column(table, column);
    }
    if (operation instanceof ConstraintOperation constraint) {
      return constraint(table, constraint);
    }
    return index(table, (IndexOperation) operation);
  }

  private static Table column(Table table, ColumnOperation operation) {
    if (operation instanceof ColumnOperation.Add add) {
      return table.withColumns(plus(table.columns(), add.column()));
    }
    if (operation instanceof ColumnOperation.Drop drop) {
      return table.withColumns(
          table.columns().stream()
              .filter(each -> !each.name().equals(drop.column().name()))
              .toList());
    }
    if (operation instanceof ColumnOperation.ChangeComputed change) {
      return with(table, change.to().name(), each -> change.to());
    }
    return property(table, operation);
  }

  private static Table property(Table table, ColumnOperation operation) {
    if (operation instanceof ColumnOperation.AlterType change) {
      return with(
          table,
          change.column(),
          each ->
              each.withType(change.to().type())
                  .withCollation(change.to().collation())
                  .withServerDefault(change.to().serverDefault()));
    }
    if (operation instanceof ColumnOperation.AlterNullability change) {
      return with(table, change.column(), each -> each.withNullable(change.toNullable()));
    }
    if (operation instanceof ColumnOperation.AlterDefault change) {
      return with(table, change.column(), each -> each.withServerDefault(change.to()));
    }
    if (operation instanceof ColumnOperation.AddIdentity add) {
      return with(table, add.column(), each -> each.withIdentity(add.identity()));
    }
    if (operation instanceof ColumnOperation.DropIdentity drop) {
      return with(table, drop.column(), each -> each.withIdentity(null));
    }
    ColumnOperation.AlterIdentity change = (ColumnOperation.AlterIdentity) operation;
    return with(table, change.column(), each -> each.withIdentity(change.to()));
  }

  private static Table with(Table table, String name, UnaryOperator<Column> change) {
    return table.withColumns(
        table.columns().stream()
            .map(each -> each.name().equals(name) ? change.apply(each) : each)
            .toList());
  }

  private static Table constraint(Table table, ConstraintOperation operation) {
    if (operation instanceof ConstraintOperation.Add add) {
      return table.withConstraints(plus(table.constraints(), add.constraint()));
    }
    if (operation instanceof ConstraintOperation.Drop drop) {
      return table.withConstraints(
          table.constraints().stream()
              .filter(each -> !same(each.name(), drop.constraint().name()))
              .toList());
    }
    ConstraintOperation.Rename rename = (ConstraintOperation.Rename) operation;
    return table.withConstraints(
        table.constraints().stream()
            .map(
                each ->
                    same(each.name(), rename.constraint().name())
                        ? each.withName(ConstraintName.given(rename.to()))
                        : each)
            .toList());
  }

  private static Table index(Table table, IndexOperation operation) {
    if (operation instanceof IndexOperation.Create create) {
      return table.withIndexes(plus(table.indexes(), create.index()));
    }
    if (operation instanceof IndexOperation.Drop drop) {
      return table.withIndexes(
          table.indexes().stream()
              .filter(each -> !same(each.name(), drop.index().name()))
              .toList());
    }
    IndexOperation.Rename rename = (IndexOperation.Rename) operation;
    return table.withIndexes(
        table.indexes().stream()
            .map(
                each ->
                    same(each.name(), rename.index().name())
                        ? each.withName(ConstraintName.given(rename.to()))
                        : each)
            .toList());
  }

  private static boolean same(ConstraintName one, ConstraintName other) {
    return one.text().equals(other.text());
  }

  private static <T> List<T> plus(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  /** Its triggers, which go when it is dropped. */
  List<SchemaObject> triggers(MetaData schema) {
    return schema.definedObjects().stream()
        .filter(each -> each.reference().kind() == ObjectKind.TRIGGER)
        .filter(each -> each.reference().name().equals(before.name()))
        .<SchemaObject>map(each -> each)
        .toList();
  }

  /** Whether ALTER TABLE does all of it, and undoes it. */
  boolean isDirect(MetaData schema) {
    return operations.stream()
        .allMatch(
            each ->
                each instanceof IndexOperation
                    || (each instanceof ColumnOperation.Add add && isFree(add.column(), schema))
                    || (each instanceof ColumnOperation.Drop drop
                        && isFree(drop.column(), schema)));
  }

  /** Whether a column can come and go by itself. Source: SQLite, ALTER TABLE. */
  private boolean isFree(Column column, MetaData schema) {
    String value = column.serverDefault();
    boolean constant = value == null || CONSTANT.matcher(value).matches();
    boolean filled = column.nullable() || value != null;
    boolean plain = column.identity() == null && !isStored(column);
    return constant
        && filled
        && plain
        && texts(schema).noneMatch(text -> mentions(text, column.name()));
  }

  private static boolean isStored(Column column) {
    return column.computed() != null && column.computed().stored();
  }

  /** All that may name a column: parts of the table, and views and triggers of any. */
  private Stream<String> texts(MetaData schema) {
    return Stream.of(
            Stream.of(before, after).flatMap(TableChange::parts),
            schema.views().stream().map(each -> each.definition()),
            schema.definedObjects().stream().map(each -> each.definition()))
        .flatMap(each -> each);
  }

  private static Stream<String> parts(Table table) {
    return Stream.of(
            table.constraints().stream().flatMap(TableChange::words),
            table.columns().stream()
                .flatMap(each -> Stream.ofNullable(each.computed()))
                .map(each -> each.expression()),
            table.indexes().stream().flatMap(TableChange::expressions))
        .flatMap(each -> each);
  }

  private static Stream<String> words(Constraint constraint) {
    if (constraint instanceof CheckConstraint check) {
      return Stream.of(check.expression());
    }
    if (constraint instanceof PrimaryKey key) {
      return key.columns().stream();
    }
    return constraint instanceof UniqueConstraint unique
        ? unique.columns().stream()
        : ((ForeignKey) constraint).columns().stream();
  }

  /** Columns of an index leave and come with it, in phases around this one; texts may be shared. */
  private static Stream<String> expressions(Index index) {
    return Stream.concat(
        Stream.ofNullable(index.predicate()),
        index.elements().stream().flatMap(each -> Stream.ofNullable(expression(each))));
  }

  private static @Nullable String expression(IndexElement element) {
    return element.column() == null ? element.expression() : element.column();
  }

  /** Also where it is a part of another word, which only costs a rebuild. */
  private static boolean mentions(String text, String name) {
    return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }
}
