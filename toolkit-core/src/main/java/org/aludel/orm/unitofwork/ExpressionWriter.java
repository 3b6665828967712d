package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.state.InstanceState;
import org.aludel.schema.Column;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Insert;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Row;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.sql.Update;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row some of whose values are SQL expressions, by a statement of its own, and reads back
 * what they gave.
 */
final class ExpressionWriter<E> {
  private final TablePart<E> part;
  private final EntityAccess<E> access;
  private final NamedTable table;
  private final Connection connection;
  private final RowValues values;

  ExpressionWriter(TablePart<E> part, Connection connection, RowValues values) {
    this.part = part;
    this.access = part.model().access();
    this.table =
        new NamedTable(
            new TableName(part.table().schema(), part.table().name()), null, List.of(), List.of());
    this.connection = connection;
    this.values = values;
  }

  /** Whether a row needs it. */
  static boolean concerns(TablePart<?> part, BitSet columns, InstanceState<?> state) {
    BitSet slots = state.expressionSlots();
    return !slots.isEmpty()
        && part.sources(columns).stream().anyMatch(source -> slots.get(source.slot()));
  }

  /** Inserts the row; false when a trigger or rule put it aside. */
  boolean insert(BitSet columns, InstanceState<E> state) {
    Insert<Void> insert = Sql.insert(table);
    for (ColumnSource source : part.sources(columns)) {
      insert = set(insert, column(source.column()), value(state, source));
    }
    BitSet returned = (BitSet) part.returnedByInsert(columns).clone();
    returned.or(state.expressionSlots());
    int[] slots = part.only(returned).stream().toArray();
    return read(connection.execute(insert.returningRow(columns(slots))).all(), state, slots);
  }

  /** Updates the row; false when it is not there as it was read. */
  boolean update(BitSet columns, RowOperation row, InstanceState<E> state, Versions versions) {
    Update<Void> update = Sql.update(table);
    for (ColumnSource source : part.sources(columns)) {
      update = set(update, column(source.column()), value(state, source));
    }
    BasicProperty version = part.version();
    if (version != null && !Versions.byServer(version)) {
      ColumnReference<?> column = column(version.column());
      update = set(update, column, bind(version.column(), row.nextVersion(versions, version)));
    }
    BitSet returned = (BitSet) part.returnedByUpdate().clone();
    returned.or(state.expressionSlots());
    int[] slots = part.only(returned).stream().toArray();
    Update<?> whole = update.where(match(row, state, version)).returningRow(columns(slots));
    @SuppressWarnings("unchecked") // what returningRow gives
    Update<Row> rows = (Update<Row>) whole;
    return read(connection.execute(rows).all(), state, slots);
  }

  private Predicate[] match(
      RowOperation row, InstanceState<E> state, @Nullable BasicProperty version) {
    List<Predicate> match = new ArrayList<>();
    Object key = BatchWriter.keyOf(state);
    for (int index = 0; index < part.key().size(); index++) {
      Column column = part.key().get(index);
      match.add(equal(column, part.model().keyPart(key, index)));
    }
    if (version != null) {
      match.add(equal(version.column(), row.versionBefore(version)));
    }
    return match.toArray(Predicate[]::new);
  }

  private Predicate equal(Column column, @Nullable Object value) {
    return new Predicate.Comparison(column(column), Predicate.Operator.EQUAL, bind(column, value));
  }

  private boolean read(List<Row> rows, InstanceState<E> state, int[] slots) {
    if (rows.size() != 1) {
      return false;
    }
    for (int index = 0; index < slots.length; index++) {
      access.set(state.entity(), slots[index], rows.get(0).get(index));
    }
    return true;
  }

  private Expression<?> value(InstanceState<E> state, ColumnSource source) {
    Expression<?> expression = state.expression(source.slot());
    return expression == null ? bind(source.column(), values.now(state, source)) : expression;
  }

  private ColumnReference<?> column(Column column) {
    return table.c(column.name(), column.type());
  }

  private ColumnReference<?>[] columns(int[] slots) {
    ColumnReference<?>[] columns = new ColumnReference<?>[slots.length];
    for (int index = 0; index < slots.length; index++) {
      columns[index] = column(part.model().mapper().basics().get(slots[index]).column());
    }
    return columns;
  }

  @SuppressWarnings("unchecked") // the mapping chose the column's type for the attribute's class
  private static Bind<Object> bind(Column column, @Nullable Object value) {
    return new Bind<>((SqlType<Object>) column.type(), value);
  }

  @SuppressWarnings("unchecked") // as above
  private static <T> Insert<Void> set(
      Insert<Void> insert, ColumnReference<T> column, Expression<?> value) {
    return insert.set(column, (Expression<T>) value);
  }

  @SuppressWarnings("unchecked") // as above
  private static <T> Update<Void> set(
      Update<Void> update, ColumnReference<T> column, Expression<?> value) {
    return update.set(column, (Expression<T>) value);
  }
}
