package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Operation;
import org.aludel.sql.Predicate;
import org.aludel.sql.Query;
import org.aludel.sql.Sql;
import org.aludel.type.ArrayTypes;
import org.aludel.type.SqlTypes;

/** Conditions over the columns of a key. */
final class RowMatch {
  private RowMatch() {}

  /** The rows of both sides that belong together, without a table between them. */
  static Predicate join(Relationship relationship, NodeSource owner, NodeSource target) {
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < relationship.localColumns().size(); index++) {
      parts.add(
          new Predicate.Comparison(
              target.column(relationship.remoteColumns().get(index)),
              Predicate.Operator.EQUAL,
              owner.column(relationship.localColumns().get(index))));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  /**
   * Rows whose columns equal one set of values.
   *
   * @param values the values of each column, one an element
   */
  static Predicate in(NodeSource source, List<Column> columns, List<? extends List<?>> values) {
    return in(references(source, columns), values);
  }

  /** As above for columns of any table. */
  static Predicate in(List<ColumnReference<?>> columns, List<? extends List<?>> values) {
    List<Bind<? extends List<?>>> binds = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      binds.add(bind(columns.get(index), values.get(index)));
    }
    return columns.size() == 1
        ? new Predicate.InValues(columns.get(0), binds.get(0), false)
        : new Predicate.InRows(row(columns), binds, false);
  }

  private static <T> Bind<List<T>> bind(ColumnReference<T> column, List<?> values) {
    Class<T> type = column.type().javaType();
    return new Bind<>(
        ArrayTypes.ofValues(column.type()), values.stream().<T>map(type::cast).toList());
  }

  /** Rows whose columns equal those that a query selects. */
  static Predicate in(NodeSource source, List<Column> columns, Query<?> keys) {
    return in(references(source, columns), keys);
  }

  /** As above for columns of any table. */
  static Predicate in(List<ColumnReference<?>> columns, Query<?> keys) {
    Expression<?> operand = columns.size() == 1 ? columns.get(0) : row(columns);
    return new Predicate.InSubquery(operand, keys, false);
  }

  static List<ColumnReference<?>> references(NodeSource source, List<Column> columns) {
    List<ColumnReference<?>> all = new ArrayList<>();
    columns.forEach(column -> all.add(source.column(column)));
    return all;
  }

  /** The type plays no part where a row is compared with others. */
  private static Operation.RowValue<?> row(List<ColumnReference<?>> columns) {
    return new Operation.RowValue<>(SqlTypes.TEXT, List.<Expression<?>>copyOf(columns));
  }
}
