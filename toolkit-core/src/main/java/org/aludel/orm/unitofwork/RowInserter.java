package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.aludel.dialect.Capability;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.error.DatabaseException;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.ReturnedReader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.type.SqlType;
import org.aludel.type.ValuesReader;
import org.jspecify.annotations.Nullable;

/** Inserts rows of one table and reads back what the server made. */
final class RowInserter<E> {
  /** MERGE … RETURNING came with PostgreSQL 17. */
  private static final int MERGE_RETURNING = 17;

  private final TablePart<E> part;
  private final EntityModel<E> model;
  private final StatementCatalogue catalogue;
  private final Connection connection;
  private final RowValues values;

  RowInserter(
      TablePart<E> part, StatementCatalogue catalogue, Connection connection, RowValues values) {
    this.part = part;
    this.model = part.model();
    this.catalogue = catalogue;
    this.connection = connection;
    this.values = values;
  }

  /** Inserts objects that write the same columns; at most what one statement takes. */
  void insert(BitSet columns, List<InstanceState<E>> states) {
    BitSet returned = part.returnedByInsert(columns);
    Matching matching = states.size() == 1 ? null : matching(columns, returned);
    if (matching == null) {
      for (InstanceState<E> state : states) {
        naming(List.of(state), () -> insertRow(columns, returned, state));
      }
    } else {
      naming(states, () -> insertRows(columns, returned, matching, states));
    }
  }

  private void naming(List<InstanceState<E>> states, Runnable insert) {
    try {
      insert.run();
    } catch (DatabaseException failure) {
      throw WriteFailure.of(failure, "insert", states);
    }
  }

  private void insertRows(
      BitSet columns, BitSet returned, Matching matching, List<InstanceState<E>> states) {
    List<E> entities = new ArrayList<>(states.size());
    states.forEach(state -> entities.add(state.entity()));
    PreparedSql sql = catalogue.insertRows(connection, part, columns, matching);
    List<Object> binds = new ArrayList<>();
    for (ColumnSource source : part.sources(columns)) {
      binds.add(column(source, entities, states));
    }
    int[] slots = returned.stream().toArray();
    switch (matching) {
      case NONE -> requireAll(states, connection.update(sql, binds));
      case ORDINAL ->
          requireAll(
              states,
              connection
                  .query(sql, binds, ReturnedReader.numbered(model.access(), entities, slots))
                  .all()
                  .size());
      case KEY_ORDER -> {
        List<@Nullable Object[]> rows = sorted(sql, binds, slots);
        requireAll(states, rows.size());
        assignInKeyOrder(entities, slots, rows);
      }
    }
  }

  /** How many rows go into one statement; null for one statement a row. */
  private @Nullable Matching matching(BitSet columns, BitSet returned) {
    if (columns.isEmpty()) {
      return null;
    }
    if (returned.isEmpty()) {
      return Matching.NONE;
    }
    if (connection.dialect().supports(Capability.NUMBERED_RETURNING)
        && connection.majorVersion() >= MERGE_RETURNING) {
      return Matching.ORDINAL;
    }
    BasicProperty id = model.ids().get(0);
    boolean sequential =
        model.ids().size() == 1
            && id.generation() == Generation.IDENTITY
            && returned.get(id.slot())
            && connection.dialect().supports(Capability.KEY_ORDER)
            && catalogue.keyOrderHolds(connection, model);
    return sequential ? Matching.KEY_ORDER : null;
  }

  private void insertRow(BitSet columns, BitSet returned, InstanceState<E> state) {
    if (ExpressionWriter.concerns(part, columns, state)) {
      boolean written = new ExpressionWriter<>(part, connection, values).insert(columns, state);
      requireAll(List.of(state), written ? 1 : 0);
      return;
    }
    PreparedSql sql = catalogue.insertRow(connection, part, columns);
    List<@Nullable Object> binds = new ArrayList<>();
    for (ColumnSource source : part.sources(columns)) {
      binds.add(values.now(state, source));
    }
    if (returned.isEmpty()) {
      requireAll(List.of(state), connection.update(sql, binds));
    } else {
      int[] slots = returned.stream().toArray();
      ReturnedReader<E> reader =
          ReturnedReader.inOrder(model.access(), List.of(state.entity()), slots);
      requireAll(List.of(state), connection.query(sql, binds, reader).all().size());
    }
  }

  /** A trigger or rule may have put a row aside, which memory must not take for stored. */
  private void requireAll(List<InstanceState<E>> states, long rows) {
    if (rows != states.size()) {
      String type = model.mapper().type().getName();
      throw new UsageException(
          Problem.of(SessionCode.SKIPPED_ROW, "cannot insert objects of class \"" + type + "\"")
              .found(rows + " of " + states.size() + " rows in table " + part.table())
              .expected("every row to be stored")
              .fix(
                  "find the BEFORE trigger or rule that puts rows aside, or insert them with"
                      + " Core"));
    }
  }

  private Object column(ColumnSource source, List<E> entities, List<InstanceState<E>> states) {
    if (source instanceof ColumnSource.Basic basic) {
      return model.access().column(entities, basic.slot());
    }
    @Nullable Object[] column = new @Nullable Object[states.size()];
    for (int index = 0; index < column.length; index++) {
      column[index] = values.now(states.get(index), source);
    }
    return column;
  }

  private List<@Nullable Object[]> sorted(PreparedSql sql, List<Object> binds, int[] slots) {
    List<SqlType<?>> types = new ArrayList<>();
    int key = 0;
    for (int index = 0; index < slots.length; index++) {
      types.add(model.type(model.mapper().basics().get(slots[index])));
      if (slots[index] == model.ids().get(0).slot()) {
        key = index;
      }
    }
    int keyColumn = key;
    List<@Nullable Object[]> rows =
        new ArrayList<>(connection.query(sql, binds, new ValuesReader(types)).all());
    rows.sort(
        Comparator.comparingLong(
            row -> row[keyColumn] instanceof Number number ? number.longValue() : 0));
    return rows;
  }

  private void assignInKeyOrder(List<E> entities, int[] slots, List<@Nullable Object[]> rows) {
    EntityAccess<E> access = model.access();
    for (int index = 0; index < entities.size(); index++) {
      for (int column = 0; column < slots.length; column++) {
        access.set(entities.get(index), slots[column], rows.get(index)[column]);
      }
    }
  }
}
