package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.schema.Column;
import org.aludel.sql.BulkStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of collections of values: at most one statement of each kind for a collection of
 * a class and 1,000 rows, deletions before all other rows and the rest after them.
 */
final class ElementWriter {
  private static final int ROWS = 1000;

  private final PersistenceContext context;
  private final StatementCatalogue catalogue;
  private final Function<Mapper<?>, Connection> connections;

  ElementWriter(
      PersistenceContext context,
      StatementCatalogue catalogue,
      Function<Mapper<?>, Connection> connections) {
    this.context = context;
    this.catalogue = catalogue;
    this.connections = connections;
  }

  /** One row with its owner, whose key is known when it is written. */
  private record Owned(InstanceState<?> owner, ElementChange.@Nullable Row row) {}

  void delete(ElementChanges changes) {
    changes
        .deleted()
        .forEach(
            (collection, owners) ->
                write(
                    new BulkStatement.DeleteRows(
                        target(collection), columns(collection.ownerColumns()), List.of()),
                    owners.stream().map(owner -> new Owned(owner, null)).toList(),
                    collection.ownerColumns().size(),
                    List.of()));
    changes
        .byCollection()
        .forEach(
            (collection, all) -> {
              Column key = collection.key();
              List<Owned> rows = rows(all, ElementChange::deleted);
              long found =
                  write(
                      new BulkStatement.DeleteRows(target(collection), told(collection), List.of()),
                      rows,
                      collection.ownerColumns().size(),
                      key == null ? parts(collection) : List.of(ElementChange.Row::key));
              if (key != null) {
                requireAll(collection, rows, found);
              }
            });
  }

  void insert(ElementChanges changes) {
    changes.byCollection().forEach(this::insert);
  }

  private void insert(ElementCollection collection, List<ElementChange> all) {
    Column key = collection.key();
    int width = collection.ownerColumns().size();
    if (key != null) {
      List<Owned> rows = rows(all, ElementChange::updated);
      long found =
          write(
              new BulkStatement.UpdateRows(
                  target(collection),
                  columns(collection.form().columns()),
                  with(collection, List.of(key)),
                  List.of()),
              rows,
              width,
              keyed(collection));
      requireAll(collection, rows, found);
    }
    write(
        new BulkStatement.InsertRows(
            target(collection),
            with(collection, collection.elementColumns()),
            List.of(),
            BulkStatement.Matching.NONE),
        rows(all, ElementChange::inserted),
        width,
        key == null ? parts(collection) : keyed(collection));
  }

  /** What the columns of an element hold. */
  private static List<Function<ElementChange.Row, @Nullable Object>> parts(
      ElementCollection collection) {
    List<Function<ElementChange.Row, @Nullable Object>> parts = new ArrayList<>();
    for (int index = 0; index < collection.form().columns().size(); index++) {
      int part = index;
      parts.add(row -> row.value() == null ? null : collection.form().part(row.value(), part));
    }
    return parts;
  }

  private static List<Function<ElementChange.Row, @Nullable Object>> keyed(
      ElementCollection collection) {
    List<Function<ElementChange.Row, @Nullable Object>> parts = parts(collection);
    parts.add(0, ElementChange.Row::key);
    return parts;
  }

  /** Under a position or key stands one row; without it, a change would be lost in silence. */
  private void requireAll(ElementCollection collection, List<Owned> rows, long found) {
    if (found < rows.size()) {
      List<InstanceState<?>> owners = new ArrayList<>();
      rows.forEach(row -> owners.add(row.owner()));
      context.stale(owners);
      throw Stale.elements(collection, owners.stream().distinct().toList());
    }
  }

  private static List<Owned> rows(
      List<ElementChange> changes, Function<ElementChange, List<ElementChange.Row>> kind) {
    List<Owned> all = new ArrayList<>();
    changes.forEach(
        change -> kind.apply(change).forEach(row -> all.add(new Owned(change.owner(), row))));
    return all;
  }

  /** How many rows there were. */
  private long write(
      BulkStatement statement,
      List<Owned> all,
      int width,
      List<Function<ElementChange.Row, @Nullable Object>> parts) {
    if (all.isEmpty()) {
      return 0;
    }
    long found = 0;
    Connection connection = connections.apply(all.get(0).owner().model().mapper());
    PreparedSql sql = catalogue.elements(connection, statement);
    for (int from = 0; from < all.size(); from += ROWS) {
      List<Owned> rows = all.subList(from, Math.min(all.size(), from + ROWS));
      List<Object> binds = new ArrayList<>();
      for (int part = 0; part < width; part++) {
        int index = part;
        binds.add(array(rows, row -> row.owner().model().keyPart(row.owner().requireKey(), index)));
      }
      for (Function<ElementChange.Row, @Nullable Object> part : parts) {
        binds.add(array(rows, row -> row.row() == null ? null : part.apply(row.row())));
      }
      found += connection.update(sql, binds);
    }
    return found;
  }

  private static @Nullable Object[] array(
      List<Owned> rows, Function<Owned, @Nullable Object> value) {
    @Nullable Object[] values = new @Nullable Object[rows.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = value.apply(rows.get(row));
    }
    return values;
  }

  private static BulkStatement.Target target(ElementCollection collection) {
    return StatementCatalogue.target(collection.table().name());
  }

  private static List<BulkStatement.Column> with(
      ElementCollection collection, List<Column> others) {
    List<Column> all = new ArrayList<>(collection.ownerColumns());
    all.addAll(others);
    return columns(all);
  }

  /** What tells the rows of an owner apart, which may be NULL in parts of an element. */
  private static List<BulkStatement.Column> told(ElementCollection collection) {
    Column key = collection.key();
    List<BulkStatement.Column> all = new ArrayList<>(columns(collection.ownerColumns()));
    for (Column one : key == null ? collection.form().columns() : List.of(key)) {
      all.add(new BulkStatement.Column(one.name(), one.type(), one.nullable()));
    }
    return all;
  }

  private static List<BulkStatement.Column> columns(List<Column> columns) {
    return columns.stream().map(StatementCatalogue::column).toList();
  }
}
