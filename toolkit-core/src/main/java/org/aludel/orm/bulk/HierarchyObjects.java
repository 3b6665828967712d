package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.orm.loading.LoadedRows;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of a class of a hierarchy and reads their objects by the ids, since no statement
 * that writes one table returns what lies in the others.
 */
final class HierarchyObjects<E> {
  private final BulkColumns columns;
  private final EntityModel<E> model;
  private final Connection connection;

  HierarchyObjects(BulkColumns columns, EntityModel<E> model, Connection connection) {
    this.columns = columns;
    this.model = model;
    this.connection = connection;
  }

  /** The objects of all rows, in their order. */
  List<E> insert(List<BulkRows.Group> groups, Loader loader) {
    if (model.view().lacksColumns()) {
      throw columns.refused(
          "objects with attributes that only statements fill",
          "write the rows alone, and select the objects by a statement of their own");
    }
    int size = groups.stream().mapToInt(BulkRows.Group::size).sum();
    List<@Nullable E> objects = new ArrayList<>(Collections.nCopies(size, null));
    for (BulkRows.Group group : groups) {
      List<BulkColumn> written = columns.inserted(group.attributes());
      columns.requireExact(group, written);
      JoinedInsert writer = new JoinedInsert(model, connection, written);
      for (int from = 0; from < group.size(); from += BulkWriter.ROWS) {
        int to = Math.min(group.size(), from + BulkWriter.ROWS);
        BulkRows.Group part = group.part(from, to);
        List<Object> ids = writer.insert(part);
        Map<List<@Nullable Object>, E> found = read(ids, loader);
        for (int row = 0; row < part.size(); row++) {
          int at = row;
          List<@Nullable Object> key = new ArrayList<>();
          ids.forEach(array -> key.add(((@Nullable Object[]) array)[at]));
          objects.set(part.numbers().get(row), found.get(key));
        }
      }
    }
    List<E> all = new ArrayList<>();
    objects.forEach(object -> all.add(Objects.requireNonNull(object, "every row")));
    return all;
  }

  private Map<List<@Nullable Object>, E> read(List<Object> ids, Loader loader) {
    List<Column> read = new ArrayList<>();
    model.view().columns().forEach(one -> read.add(new Column(one.name(), one.type())));
    PreparedSql sql =
        connection.compile(
            new BulkStatement.SelectRows(
                HierarchyUpdates.source(model), read, HierarchyUpdates.ids(model), List.of()));
    LoadedRows<E> rows = loader.rows(model);
    List<@Nullable E> found = connection.query(sql, ids, rows.reader(1)).all();
    rows.finish();
    Map<List<@Nullable Object>, E> byKey = new HashMap<>();
    for (E entity : found) {
      Object key = Objects.requireNonNull(model.keyOf(entity), "read from a row");
      List<@Nullable Object> values = new ArrayList<>();
      for (int index = 0; index < model.ids().size(); index++) {
        values.add(model.keyPart(key, index));
      }
      byKey.put(values, entity);
    }
    return byKey;
  }
}
