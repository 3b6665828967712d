package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.aludel.dialect.Capability;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.loading.LoadedRows;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one class: one statement for each 1,000 rows that name the same attributes. What a
 * row does not name is left to the server. Not thread-safe.
 *
 * @param <E> the entity class
 */
public final class BulkWriter<E> {
  /** Rows a statement, as a flush has it. */
  static final int ROWS = 1000;

  /** MERGE … RETURNING came with PostgreSQL 17. */
  private static final int MERGE_RETURNING = 17;

  private final EntityModel<E> model;
  private final Connection connection;
  private final SequenceIds ids;
  private final BulkColumns columns;

  /**
   * A writer.
   *
   * @param next where ids of a sequence come from that rows do not give
   */
  public BulkWriter(
      EntityModels models, EntityModel<E> model, Connection connection, NextIds next) {
    this.model = model;
    this.connection = connection;
    this.columns = new BulkColumns(models, model);
    this.ids = new SequenceIds(model.ids(), next, connection);
  }

  /**
   * Inserts rows, into each table of a class whose columns lie in several.
   *
   * @throws UsageException with {@code UNSUPPORTED} for an abstract class
   */
  public void insert(List<?> rows) {
    columns.requireConcrete();
    for (BulkRows.Group group : new BulkRows(model).groups(rows, ids)) {
      Consumer<BulkRows.Group> writer = writer(columns.inserted(group.attributes()));
      for (int from = 0; from < group.size(); from += ROWS) {
        writer.accept(group.part(from, Math.min(group.size(), from + ROWS)));
      }
    }
  }

  private Consumer<BulkRows.Group> writer(List<BulkColumn> written) {
    if (model.mapper().tables().size() > 1) {
      return new JoinedInsert(model, connection, written)::insert;
    }
    PreparedSql sql =
        connection.compile(
            new BulkStatement.InsertRows(
                BulkColumns.target(model.mapper()),
                BulkColumns.sql(written),
                List.of(),
                Matching.NONE));
    return part -> connection.update(sql, BulkColumns.arrays(part, written));
  }

  /**
   * Inserts rows and gives their objects, those of the session, in the order of the rows. On
   * servers before PostgreSQL 17 each row is a statement of its own.
   */
  public List<E> insert(List<?> rows, Loader loader) {
    if (model.mapper().inheritance() != null) {
      columns.requireConcrete();
      List<BulkRows.Group> groups = new BulkRows(model).groups(rows, ids);
      return new HierarchyObjects<>(columns, model, connection).insert(groups, loader);
    }
    List<@Nullable E> objects = new ArrayList<>(Collections.nCopies(rows.size(), null));
    boolean numbered = numbersRows(connection);
    int size = numbered ? ROWS : 1;
    for (BulkRows.Group group : new BulkRows(model).groups(rows, ids)) {
      List<BulkColumn> written = columns.inserted(group.attributes());
      PreparedSql sql =
          connection.compile(
              numbered
                  ? new BulkStatement.InsertRows(
                      BulkColumns.target(model.mapper()),
                      BulkColumns.sql(written),
                      returned(),
                      Matching.ORDINAL)
                  : new BulkStatement.InsertRow(
                      BulkColumns.target(model.mapper()), BulkColumns.sql(written), returned()));
      for (int from = 0; from < group.size(); from += size) {
        BulkRows.Group part = group.part(from, Math.min(group.size(), from + size));
        insert(sql, part, written, new Read<>(loader.rows(model), numbered, objects));
      }
    }
    List<E> all = new ArrayList<>();
    objects.forEach(object -> all.add(Objects.requireNonNull(object, "every row")));
    return all;
  }

  /**
   * Inserts rows by COPY; they name the same attributes. Into one table they are one COPY, into
   * joined tables one a table for each 10,000 rows.
   *
   * @return how many
   * @throws UsageException with {@code UNSUPPORTED} for rows of joined tables without an id, unless
   *     a sequence gives it
   */
  public long copy(Iterable<?> rows) {
    columns.requireConcrete();
    return new RowCopy(columns, connection, ids).copy(rows.iterator());
  }

  private record Read<E>(LoadedRows<E> rows, boolean numbered, List<@Nullable E> objects) {}

  private void insert(
      PreparedSql sql, BulkRows.Group part, List<BulkColumn> written, Read<E> read) {
    List<RowReader<?>> readers = new ArrayList<>();
    if (read.numbered()) {
      readers.add(new ColumnReader<>(connection.dialect().type(SqlTypes.BIGINT), 1));
    }
    readers.add(read.rows().reader(readers.size() + 1));
    List<?> binds =
        read.numbered()
            ? BulkColumns.arrays(part, written)
            : BulkColumns.values(part.values().get(0), written);
    List<@Nullable Object[]> found =
        connection.query(sql, binds, new PartsReader<>(readers, values -> values)).all();
    BulkColumns.requireAll(model, found.size(), part.size());
    for (@Nullable Object[] values : found) {
      int number = values.length == 1 ? 0 : number(values);
      E entity = model.mapper().type().cast(values[values.length - 1]);
      read.objects().set(part.numbers().get(number), entity);
    }
    read.rows().finish();
  }

  /**
   * Updates rows by their ids, which each row names; a versioned class names the version too, and
   * gets the next one.
   *
   * @return the keys of the rows that were there
   * @throws StaleDataException when a row of a versioned class has another version
   */
  public List<Object> update(List<?> rows) {
    List<Object> keys = new ArrayList<>();
    if (model.mapper().inheritance() != null) {
      HierarchyUpdates updates = new HierarchyUpdates(columns, connection);
      new BulkRows(model).groups(rows).forEach(group -> keys.addAll(updates.update(group)));
      return keys;
    }
    for (BulkRows.Group group : new BulkRows(model).groups(rows)) {
      BulkColumns.Update update = columns.updated(group.attributes());
      keys.addAll(update(group, update.match(), update.changes()));
    }
    return keys;
  }

  private List<Object> update(
      BulkRows.Group group, List<BulkColumn> match, List<BulkColumn> changes) {
    List<Column> ids = model.ids().stream().map(id -> BulkColumns.sql(id.column())).toList();
    PreparedSql sql =
        connection.compile(
            new BulkStatement.UpdateRows(
                BulkColumns.target(model.mapper()),
                BulkColumns.sql(changes),
                BulkColumns.sql(match),
                ids));
    List<RowReader<?>> readers = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      readers.add(new ColumnReader<>(model.type(id), readers.size() + 1));
    }
    List<Object> keys = new ArrayList<>();
    for (int from = 0; from < group.size(); from += ROWS) {
      BulkRows.Group part = group.part(from, Math.min(group.size(), from + ROWS));
      List<Object> binds = new ArrayList<>(BulkColumns.arrays(part, match));
      binds.addAll(BulkColumns.arrays(part, changes));
      List<Object> found =
          connection.query(sql, binds, new PartsReader<>(readers, BulkColumns::key)).all();
      if (model.mapper().version() != null && found.size() != part.size()) {
        throw columns.stale(found.size(), part.size());
      }
      keys.addAll(found);
    }
    return keys;
  }

  /** Whether the rows that many rows in one statement return can be told apart. */
  static boolean numbersRows(Connection connection) {
    return connection.dialect().supports(Capability.NUMBERED_RETURNING)
        && connection.majorVersion() >= MERGE_RETURNING;
  }

  /** Which row a returned one was sent as, from 0. */
  static int number(@Nullable Object[] returned) {
    return ((Number) Objects.requireNonNull(returned[0])).intValue() - 1;
  }

  private List<Column> returned() {
    if (model.mapper().basics().stream().anyMatch(BasicProperty::isExpression)) {
      throw columns.refused(
          "objects that have an expression as an attribute, which no write returns",
          "write the rows alone, and select the objects by a statement of their own");
    }
    List<Column> all = new ArrayList<>();
    for (EntityView.Selected column : model.view().columns()) {
      all.add(new Column(column.name(), column.type()));
    }
    return all;
  }
}
