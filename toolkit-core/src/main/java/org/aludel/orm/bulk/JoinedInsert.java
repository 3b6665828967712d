package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of a class whose columns lie in joined tables: those of the root first, the others
 * by the ids of those. One statement a table for each part; where the server makes the ids and does
 * not number what it returns, a statement for each row of the root.
 */
final class JoinedInsert {
  private final EntityModel<?> model;
  private final Connection connection;
  private final List<BulkPart> parts;
  private final List<BulkColumn> columns;
  private final List<BulkColumn> keys = new ArrayList<>();

  /**
   * A writer of rows that name the same attributes.
   *
   * @param columns all that they write, in whatever table
   */
  JoinedInsert(EntityModel<?> model, Connection connection, List<BulkColumn> columns) {
    this.model = model;
    this.connection = connection;
    this.columns = List.copyOf(columns);
    this.parts = BulkPart.ofRow(model.mapper());
    for (BasicProperty id : model.ids()) {
      columns.stream()
          .filter(one -> one instanceof BulkColumn.Basic basic && basic.property().equals(id))
          .forEach(keys::add);
    }
  }

  /** Inserts a part of the rows into all tables and gives their ids, an array for each column. */
  List<Object> insert(BulkRows.Group part) {
    List<Object> ids = root(part);
    for (int level = 1; level < parts.size(); level++) {
      List<BulkColumn> own = parts.get(level).of(columns);
      List<BulkStatement.Column> written = new ArrayList<>();
      parts.get(level).owner().keyColumns().forEach(key -> written.add(BulkColumns.sql(key)));
      written.addAll(BulkColumns.sql(own));
      List<Object> binds = new ArrayList<>(ids);
      binds.addAll(BulkColumns.arrays(part, own));
      connection.update(compiled(level, written, List.of(), Matching.NONE), binds);
    }
    return ids;
  }

  /** Inserts the rows of the root and gives their ids, an array for each column. */
  private List<Object> root(BulkRows.Group part) {
    List<BulkColumn> own = parts.get(0).of(columns);
    List<BulkStatement.Column> written = BulkColumns.sql(own);
    if (keys.size() == model.ids().size()) {
      connection.update(
          compiled(0, written, List.of(), Matching.NONE), BulkColumns.arrays(part, own));
      return BulkColumns.arrays(part, keys);
    }
    List<BulkStatement.Column> ids =
        model.ids().stream().map(id -> BulkColumns.sql(id.column())).toList();
    @Nullable Object[][] arrays = new @Nullable Object[ids.size()][part.size()];
    if (BulkWriter.numbersRows(connection) && !own.isEmpty()) {
      PreparedSql sql = compiled(0, written, ids, Matching.ORDINAL);
      List<Object> binds = BulkColumns.arrays(part, own);
      for (@Nullable Object[] row : read(sql, binds, true, part.size())) {
        put(arrays, BulkWriter.number(row), row);
      }
    } else {
      PreparedSql sql =
          connection.compile(new BulkStatement.InsertRow(parts.get(0).target(), written, ids));
      for (int at = 0; at < part.size(); at++) {
        List<@Nullable Object> binds = BulkColumns.values(part.values().get(at), own);
        put(arrays, at, read(sql, binds, false, 1).get(0));
      }
    }
    return List.of((Object[]) arrays);
  }

  private static void put(@Nullable Object[][] arrays, int at, @Nullable Object[] row) {
    int before = row.length - arrays.length;
    for (int index = 0; index < arrays.length; index++) {
      arrays[index][at] = row[before + index];
    }
  }

  /** Ids, each behind the number of its row where the server numbers them. */
  private List<@Nullable Object[]> read(
      PreparedSql sql, List<?> binds, boolean numbered, int rows) {
    List<RowReader<?>> readers = new ArrayList<>();
    if (numbered) {
      readers.add(new ColumnReader<>(connection.dialect().type(SqlTypes.BIGINT), 1));
    }
    for (BasicProperty id : model.ids()) {
      readers.add(new ColumnReader<>(model.type(id), readers.size() + 1));
    }
    List<@Nullable Object[]> found =
        connection.query(sql, binds, new PartsReader<>(readers, values -> values)).all();
    BulkColumns.requireAll(model, found.size(), rows);
    return found;
  }

  private PreparedSql compiled(
      int level,
      List<BulkStatement.Column> columns,
      List<BulkStatement.Column> returned,
      Matching matching) {
    return connection.compile(
        new BulkStatement.InsertRows(parts.get(level).target(), columns, returned, matching));
  }
}
