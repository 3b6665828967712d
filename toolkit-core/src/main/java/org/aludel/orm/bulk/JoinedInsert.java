package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.sql.BulkStatement.Target;
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
  private final List<Mapper<?>> lineage;
  private final List<List<BulkColumn>> levels = new ArrayList<>();
  private final List<BulkColumn> keys = new ArrayList<>();

  /**
   * A writer of rows that name the same attributes.
   *
   * @param columns all that they write, in whatever table
   */
  JoinedInsert(EntityModel<?> model, Connection connection, List<BulkColumn> columns) {
    this.model = model;
    this.connection = connection;
    this.lineage = model.mapper().lineage();
    lineage.forEach(each -> levels.add(new ArrayList<>()));
    columns.forEach(column -> levels.get(level(column)).add(column));
    for (BasicProperty id : model.ids()) {
      columns.stream()
          .filter(one -> one instanceof BulkColumn.Basic basic && basic.property().equals(id))
          .forEach(keys::add);
    }
  }

  /** Which class adds a column. */
  private int level(BulkColumn column) {
    int level = 0;
    while (level < lineage.size() - 1 && !isOf(lineage.get(level), column)) {
      level++;
    }
    return level;
  }

  private static boolean isOf(Mapper<?> mapper, BulkColumn column) {
    if (column instanceof BulkColumn.Reference reference) {
      return reference.relationship().declaredBy() == mapper.type();
    }
    return !(column instanceof BulkColumn.Basic basic)
        || basic.property().slot() < mapper.basics().size();
  }

  /** Inserts a part of the rows into all tables. */
  void insert(BulkRows.Group part) {
    List<Object> ids = root(part);
    for (int level = 1; level < lineage.size(); level++) {
      List<BulkStatement.Column> columns = new ArrayList<>();
      lineage.get(level).keyColumns().forEach(key -> columns.add(BulkWriter.written(key)));
      columns.addAll(BulkWriter.written(levels.get(level)));
      List<Object> binds = new ArrayList<>(ids);
      binds.addAll(BulkWriter.arrays(part, levels.get(level)));
      connection.update(compiled(level, columns, List.of(), Matching.NONE), binds);
    }
  }

  /** Inserts the rows of the root and gives their ids, an array for each column. */
  private List<Object> root(BulkRows.Group part) {
    List<BulkColumn> columns = levels.get(0);
    List<BulkStatement.Column> written = BulkWriter.written(columns);
    if (keys.size() == model.ids().size()) {
      connection.update(
          compiled(0, written, List.of(), Matching.NONE), BulkWriter.arrays(part, columns));
      return BulkWriter.arrays(part, keys);
    }
    List<BulkStatement.Column> ids =
        model.ids().stream().map(id -> BulkWriter.written(id.column())).toList();
    @Nullable Object[][] arrays = new @Nullable Object[ids.size()][part.size()];
    if (BulkWriter.numbersRows(connection) && !columns.isEmpty()) {
      PreparedSql sql = compiled(0, written, ids, Matching.ORDINAL);
      List<Object> binds = BulkWriter.arrays(part, columns);
      for (@Nullable Object[] row : read(sql, binds, true, part.size())) {
        put(arrays, BulkWriter.number(row), row);
      }
    } else {
      PreparedSql sql = connection.compile(new BulkStatement.InsertRow(target(0), written, ids));
      for (int at = 0; at < part.size(); at++) {
        List<@Nullable Object> binds = BulkWriter.values(part.values().get(at), columns);
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
    BulkWriter.requireAll(model, found.size(), rows);
    return found;
  }

  private PreparedSql compiled(
      int level,
      List<BulkStatement.Column> columns,
      List<BulkStatement.Column> returned,
      Matching matching) {
    return connection.compile(
        new BulkStatement.InsertRows(target(level), columns, returned, matching));
  }

  private Target target(int level) {
    QualifiedName name = lineage.get(level).table().name();
    return new Target(name.schema(), name.name());
  }
}
