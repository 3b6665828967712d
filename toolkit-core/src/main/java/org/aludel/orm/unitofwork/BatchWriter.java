package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.error.DatabaseException;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.ReturnedReader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches: one row by a plain statement, more by one wide statement for each 1,000 rows.
 * Tells the context what has been written.
 */
final class BatchWriter {
  /** Rows a statement; beyond it a statement gets slower to plan and fails as a whole. */
  private static final int ROWS = 1000;

  private final PersistenceContext context;
  private final StatementCatalogue catalogue;
  private final Function<Mapper<?>, Connection> connections;
  private final CollectionWrapping wrapping;
  private final RowValues values;
  private final Versions versions;

  BatchWriter(
      PersistenceContext context,
      StatementCatalogue catalogue,
      Function<Mapper<?>, Connection> connections,
      CollectionWrapping wrapping,
      Versions versions) {
    this.context = context;
    this.catalogue = catalogue;
    this.connections = connections;
    this.wrapping = wrapping;
    this.versions = versions;
    this.values = new RowValues(context);
  }

  void write(Batch batch) {
    List<RowOperation> operations = batch.operations();
    for (int from = 0; from < operations.size(); from += ROWS) {
      // A copy: each row is visited several times, and a view checks each visit.
      List<RowOperation> rows =
          List.copyOf(operations.subList(from, Math.min(operations.size(), from + ROWS)));
      switch (batch.kind()) {
        case INSERT -> insert(batch.layout(), batch.columns(), rows);
        case UPDATE -> naming("update", rows, () -> update(batch.layout(), batch, rows));
        case DELETE -> naming("delete", rows, () -> delete(batch.layout(), rows));
      }
    }
  }

  private Connection of(TablePart<?> part) {
    return connections.apply(part.model().mapper());
  }

  private static void naming(String what, List<RowOperation> rows, Runnable write) {
    try {
      write.run();
    } catch (DatabaseException failure) {
      List<? extends InstanceState<?>> states = rows.stream().map(RowOperation::state).toList();
      throw WriteFailure.of(failure, what, states);
    }
  }

  private <E> void insert(TableLayout<E> layout, BitSet columns, List<RowOperation> rows) {
    List<InstanceState<E>> states = states(rows);
    for (TablePart<E> part : layout.parts()) {
      new RowInserter<>(part, catalogue, of(part), values).insert(part.only(columns), states);
    }
    for (InstanceState<E> state : states) {
      wrapping.wrap(state);
      takeDerived(state);
      context.inserted(state);
      wrapping.remember(state);
    }
  }

  private <E> void update(TableLayout<E> layout, Batch batch, List<RowOperation> rows) {
    for (TablePart<E> part : layout.parts()) {
      BasicProperty version = part.version();
      boolean counts =
          !batch.postUpdate()
              && version != null
              && (!Versions.byServer(version) || layout.parts().size() == 1);
      if (counts || !part.only(batch.columns()).isEmpty()) {
        update(part, batch, rows);
      }
    }
    if (!batch.postUpdate()) {
      rows.forEach(row -> updated(layout, row));
    }
  }

  private <E> void update(TablePart<E> part, Batch batch, List<RowOperation> rows) {
    List<InstanceState<?>> stale =
        rows.size() == 1 ? updateRow(part, batch, rows.get(0)) : updateRows(part, batch, rows);
    if (!stale.isEmpty()) {
      context.stale(stale);
      throw Stale.updated(stale);
    }
    BasicProperty version = part.version();
    if (batch.postUpdate() && version != null && Versions.byServer(version)) {
      // The main operation on the row meets the version that this UPDATE made.
      rows.forEach(row -> row.state().reread(version.slot()));
    }
  }

  private <E> List<InstanceState<?>> updateRow(TablePart<E> part, Batch batch, RowOperation row) {
    BitSet columns = part.only(batch.columns());
    if (!batch.postUpdate() && ExpressionWriter.concerns(part, columns, row.state())) {
      boolean written =
          new ExpressionWriter<>(part, of(part), values)
              .update(columns, row, typed(row.state()), versions);
      return written ? List.of() : List.of(row.state());
    }
    PreparedSql sql = catalogue.updateRow(of(part), part, columns, batch.postUpdate());
    List<@Nullable Object> binds = new ArrayList<>();
    for (ColumnSource source : part.sources(columns)) {
      binds.add(value(row, source));
    }
    if (!batch.postUpdate()) {
      addVersions(part, row, binds, true);
    }
    addKey(part.model(), row.state(), binds);
    if (!batch.postUpdate()) {
      addVersions(part, row, binds, false);
    }
    BitSet returned = part.returnedByUpdate();
    boolean found =
        returned.isEmpty()
            ? of(part).update(sql, binds) == 1
            : of(part).query(sql, binds, reader(part.model(), row, returned)).all().size() == 1;
    return found ? List.of() : List.of(row.state());
  }

  private <E> List<InstanceState<?>> updateRows(
      TablePart<E> part, Batch batch, List<RowOperation> rows) {
    BitSet columns = part.only(batch.columns());
    PreparedSql sql = catalogue.updateRows(of(part), part, columns, batch.postUpdate());
    List<@Nullable Object> binds = new ArrayList<>(keyArrays(part.model(), rows));
    BasicProperty version = batch.postUpdate() ? null : part.version();
    if (version != null) {
      binds.add(column(rows, row -> row.versionBefore(version)));
    }
    List<E> entities = entities(rows);
    for (ColumnSource source : part.sources(columns)) {
      binds.add(
          source instanceof ColumnSource.Basic basic
              ? part.model().access().column(entities, basic.slot())
              : column(rows, row -> value(row, source)));
    }
    if (version != null && !Versions.byServer(version)) {
      binds.add(column(rows, row -> row.nextVersion(versions, version)));
    }
    ReturnedRows<E> returned = new ReturnedRows<>(part, rows);
    return returned.missing(of(part).query(sql, binds, returned.reader()).all());
  }

  private <E> void delete(TableLayout<E> layout, List<RowOperation> rows) {
    for (int part = layout.parts().size() - 1; part >= 0; part--) {
      delete(layout.parts().get(part), rows);
    }
    rows.forEach(row -> context.removed(row.state()));
  }

  private <E> void delete(TablePart<E> part, List<RowOperation> rows) {
    PreparedSql sql = catalogue.deleteRows(of(part), part);
    List<@Nullable Object> binds = new ArrayList<>(keyArrays(part.model(), rows));
    BasicProperty version = part.version();
    if (version == null) {
      // Rows may be gone already, by ON DELETE CASCADE of a row before; that is what was wanted.
      of(part).update(sql, binds);
    } else {
      binds.add(column(rows, row -> row.versionBefore(version)));
      ReturnedRows<E> returned = new ReturnedRows<>(part, rows);
      List<InstanceState<?>> stale =
          returned.missing(of(part).query(sql, binds, returned.keyReader()).all());
      if (!stale.isEmpty()) {
        context.stale(stale);
        throw Stale.deleted(stale);
      }
    }
  }

  private <E> void updated(TableLayout<E> layout, RowOperation row) {
    InstanceState<E> state = typed(row.state());
    BasicProperty version = layout.model().mapper().version();
    if (version != null && !Versions.byServer(version)) {
      Object next = row.nextVersion(versions, version);
      layout.model().access().set(state.entity(), version.slot(), next);
    }
    InstanceState<?> replaced = row.replaced();
    if (replaced == null) {
      if (row.rekeys()) {
        takeDerived(state);
        new KeyChange(context).written(state);
      }
      // The new snapshot must hold what a rollback can fill, not what was put into the field.
      wrapping.wrap(state);
      context.updated(state);
    } else {
      wrapping.wrap(state);
      context.removed(replaced);
      takeDerived(state);
      context.inserted(state);
      wrapping.remember(state);
    }
  }

  /** What was written as the id stands in the attributes that have it too. */
  private static <E> void takeDerived(InstanceState<E> state) {
    EntityModel<E> model = state.model();
    Object key = model.derivesKey() ? model.keyOf(state.entity()) : null;
    if (key != null) {
      model.key(state.entity(), key);
    }
  }

  private @Nullable Object value(RowOperation row, ColumnSource source) {
    boolean givenUp = row.postUpdate() && row.state().lifecycle() == Lifecycle.DELETED;
    return givenUp ? null : values.now(row.state(), source);
  }

  private void addVersions(
      TablePart<?> part, RowOperation row, List<@Nullable Object> binds, boolean next) {
    BasicProperty version = part.version();
    if (version != null && !(next && Versions.byServer(version))) {
      binds.add(next ? row.nextVersion(versions, version) : row.versionBefore(version));
    }
  }

  private static void addKey(
      EntityModel<?> model, InstanceState<?> state, List<@Nullable Object> binds) {
    Object key = keyOf(state);
    for (int index = 0; index < model.ids().size(); index++) {
      binds.add(model.keyPart(key, index));
    }
  }

  private static List<Object> keyArrays(EntityModel<?> model, List<RowOperation> rows) {
    if (model.access().hasLongId()) {
      return List.of(longKeys(rows));
    }
    List<Object> arrays = new ArrayList<>();
    for (int index = 0; index < model.ids().size(); index++) {
      int part = index;
      arrays.add(column(rows, row -> model.keyPart(keyOf(row.state()), part)));
    }
    return arrays;
  }

  /** Without a box a row, as the driver sends them. */
  private static long[] longKeys(List<RowOperation> rows) {
    long[] keys = new long[rows.size()];
    for (int index = 0; index < keys.length; index++) {
      keys[index] = (Long) keyOf(rows.get(index).state());
    }
    return keys;
  }

  /** A row switch has its key in the fields only; the fields of others were checked against it. */
  static <E> Object keyOf(InstanceState<E> state) {
    Object key = state.key() == null ? state.model().keyOf(state.entity()) : state.key();
    if (key == null) {
      throw new IllegalStateException("no key: " + state);
    }
    return key;
  }

  private static Object column(
      List<RowOperation> rows, Function<RowOperation, @Nullable Object> value) {
    @Nullable Object[] column = new @Nullable Object[rows.size()];
    for (int index = 0; index < column.length; index++) {
      column[index] = value.apply(rows.get(index));
    }
    return column;
  }

  private <E> ReturnedReader<E> reader(EntityModel<E> model, RowOperation row, BitSet slots) {
    EntityAccess<E> access = model.access();
    InstanceState<E> state = typed(row.state());
    return ReturnedReader.inOrder(access, List.of(state.entity()), slots.stream().toArray());
  }

  private static <E> List<E> entities(List<RowOperation> rows) {
    List<E> entities = new ArrayList<>(rows.size());
    for (RowOperation row : rows) {
      InstanceState<E> state = typed(row.state());
      entities.add(state.entity());
    }
    return entities;
  }

  private static <E> List<InstanceState<E>> states(List<RowOperation> rows) {
    List<InstanceState<E>> states = new ArrayList<>(rows.size());
    for (RowOperation row : rows) {
      states.add(typed(row.state()));
    }
    return states;
  }

  @SuppressWarnings("unchecked") // a batch holds operations on rows of its layout's class
  private static <E> InstanceState<E> typed(InstanceState<?> state) {
    return (InstanceState<E>) state;
  }
}
