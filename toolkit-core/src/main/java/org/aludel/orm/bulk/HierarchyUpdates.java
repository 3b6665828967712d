package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.Query;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows of a class of a hierarchy by their ids: one statement for each table that has a
 * change. Ids of objects of other classes are found by one statement before and left alone.
 */
final class HierarchyUpdates {
  private final BulkColumns columns;
  private final EntityModel<?> model;
  private final Connection connection;

  HierarchyUpdates(BulkColumns columns, Connection connection) {
    this.columns = columns;
    this.model = columns.model();
    this.connection = connection;
  }

  /** The keys of the rows that were there. */
  List<Object> update(BulkRows.Group group) {
    BulkColumns.Update update = columns.updated(group.attributes());
    if (update.changes().isEmpty()) {
      throw columns.refused("rows that name nothing but ids", "name what they change");
    }
    List<Object> keys = new ArrayList<>();
    for (int from = 0; from < group.size(); from += BulkWriter.ROWS) {
      int to = Math.min(group.size(), from + BulkWriter.ROWS);
      keys.addAll(update(group.part(from, to), update));
    }
    return keys;
  }

  private List<Object> update(BulkRows.Group part, BulkColumns.Update update) {
    List<Object> keys =
        model.mapper().inheritance() == InheritanceStrategy.TABLE_PER_CLASS
            ? updateEach(part, update)
            : updateAll(part, update);
    if (model.mapper().version() != null && keys.size() != part.size()) {
      throw columns.stale(keys.size(), part.size());
    }
    return keys;
  }

  /** A row is in the table of one of the classes, with all its columns. */
  private List<Object> updateEach(BulkRows.Group part, BulkColumns.Update update) {
    List<Object> keys = new ArrayList<>();
    for (Mapper<?> each : model.mapper().selfAndBelow()) {
      if (!each.isAbstract()) {
        keys.addAll(write(new BulkPart(each, true), part, update));
      }
    }
    return keys;
  }

  /** A row is in all of the tables, or in the one of all classes. */
  private List<Object> updateAll(BulkRows.Group all, BulkColumns.Update update) {
    BulkRows.Group part = model.mapper().superMapper() == null ? all : ofClass(all, ids(update));
    List<Object> keys = List.of();
    for (BulkPart table : BulkPart.ofRow(model.mapper())) {
      if (part.size() > 0 && !table.of(update.changes()).isEmpty()) {
        keys = write(table, part, update);
        if (table.isFirst() && model.mapper().version() != null && keys.size() != part.size()) {
          throw columns.stale(keys.size(), part.size());
        }
      }
    }
    return keys;
  }

  private static List<BulkColumn.Basic> ids(BulkColumns.Update update) {
    return update.match().stream()
        .filter(BulkColumn.Basic.class::isInstance)
        .map(BulkColumn.Basic.class::cast)
        .toList();
  }

  private List<Object> write(BulkPart table, BulkRows.Group part, BulkColumns.Update update) {
    List<BulkColumn> match = new ArrayList<>(table.key(ids(update)));
    List<Column> returned = BulkColumns.sql(match);
    BasicProperty version = model.mapper().version();
    if (version != null && table.isFirst()) {
      ids(update).stream().filter(one -> one.property().equals(version)).forEach(match::add);
    }
    List<BulkColumn> changes = table.of(update.changes());
    PreparedSql sql =
        connection.compile(
            new BulkStatement.UpdateRows(
                table.target(), BulkColumns.sql(changes), BulkColumns.sql(match), returned));
    List<Object> binds = new ArrayList<>(BulkColumns.arrays(part, match));
    binds.addAll(BulkColumns.arrays(part, changes));
    return connection.query(sql, binds, keys()).all();
  }

  private PartsReader<Object> keys() {
    List<RowReader<?>> readers = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      readers.add(new ColumnReader<>(model.type(id), readers.size() + 1));
    }
    return new PartsReader<>(readers, BulkColumns::key);
  }

  /** The rows whose ids are those of objects of the class. */
  private BulkRows.Group ofClass(BulkRows.Group part, List<BulkColumn.Basic> match) {
    columns.requireExact(part, match);
    List<BulkColumn> ids = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      match.stream().filter(one -> one.property().equals(id)).forEach(ids::add);
    }
    PreparedSql sql =
        connection.compile(
            new BulkStatement.SelectRows(source(model), ids(model), ids(model), List.of()));
    Set<Object> found =
        new HashSet<>(connection.query(sql, BulkColumns.arrays(part, ids), keys()).all());
    List<Integer> numbers = new ArrayList<>();
    List<@Nullable Object[]> values = new ArrayList<>();
    for (int row = 0; row < part.size(); row++) {
      @Nullable Object[] given = part.values().get(row);
      if (found.contains(BulkColumns.key(BulkColumns.values(given, ids).toArray()))) {
        numbers.add(part.numbers().get(row));
        values.add(given);
      }
    }
    return new BulkRows.Group(part.attributes(), numbers, values);
  }

  /** Where the rows of objects are read. */
  static BulkStatement.Source source(EntityModel<?> model) {
    Query<?> query = model.view().query();
    return query == null ? BulkColumns.target(model.mapper()) : new BulkStatement.View(query);
  }

  /** The id as it is named there. */
  static List<Column> ids(EntityModel<?> model) {
    return model.ids().stream()
        .map(id -> new Column(model.view().name(id.column()), id.column().type()))
        .toList();
  }
}
