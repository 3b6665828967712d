package org.aludel.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds to a statement what the client gives the columns that it leaves out. */
final class GivenValues implements RowValues {
  private final Map<String, Expression<?>> row = new LinkedHashMap<>();

  private GivenValues(List<ColumnReference<?>> columns, List<Expression<?>> cells) {
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i).name(), cells.get(i));
    }
  }

  static <R> Insert<R> complete(Insert<R> insert) {
    Map<ColumnReference<?>, ClientDefault> open =
        open(insert.table(), insert.columns(), ClientDefault::insertable);
    if (open.isEmpty()) {
      return insert;
    }
    List<ColumnReference<?>> columns = new ArrayList<>(insert.columns());
    columns.addAll(open.keySet());
    Insert.Source source =
        insert.source() instanceof Insert.Query query
            ? new Insert.Query(widened(query.select(), open))
            : new Insert.Values(
                rows((Insert.Values) insert.source()).stream()
                    .map(row -> new GivenValues(insert.columns(), row).completed(row, open))
                    .toList());
    return new Insert<>(insert.table(), columns, source, insert.conflict(), insert.projection());
  }

  static <R> Update<R> complete(Update<R> update) {
    List<ColumnReference<?>> named = new ArrayList<>();
    List<Expression<?>> values = new ArrayList<>();
    for (Assignment assignment : update.assignments()) {
      named.add(assignment.column());
      values.add(assignment.value());
    }
    GivenValues row = new GivenValues(named, values);
    Update<R> all = update;
    for (Map.Entry<ColumnReference<?>, ClientDefault> each :
        open(update.table(), named, ClientDefault::updatable).entrySet()) {
      Expression<?> value = each.getValue().forUpdate(each.getKey(), row);
      row.row.put(each.getKey().name(), value);
      all = all.set(new Assignment(each.getKey(), value));
    }
    return all;
  }

  /** The columns that a statement leaves out and the client gives something to, as declared. */
  private static Map<ColumnReference<?>, ClientDefault> open(
      TableSource<?> table, List<ColumnReference<?>> named, Predicate<ClientDefault> wanted) {
    Map<ColumnReference<?>, ClientDefault> given = table.clientDefaults();
    if (given.isEmpty()) {
      return given;
    }
    List<String> names = named.stream().map(ColumnReference::name).toList();
    Map<ColumnReference<?>, ClientDefault> open = new LinkedHashMap<>();
    given.forEach(
        (column, value) -> {
          if (wanted.test(value) && !names.contains(column.name())) {
            open.put(column, value);
          }
        });
    return open;
  }

  /** No rows at all mean one row of defaults. */
  private static List<List<Expression<?>>> rows(Insert.Values values) {
    return values.rows().isEmpty() ? List.of(List.of()) : values.rows();
  }

  private List<Expression<?>> completed(
      List<Expression<?>> cells, Map<ColumnReference<?>, ClientDefault> open) {
    List<Expression<?>> all = new ArrayList<>(cells);
    open.forEach(
        (column, given) -> {
          Expression<?> value = given.forInsert(column, this);
          row.put(column.name(), value);
          all.add(value);
        });
    return all;
  }

  /** The rows are the database's, so each value is made once and stands in all of them. */
  private static Select<Row> widened(
      Select<?> select, Map<ColumnReference<?>, ClientDefault> open) {
    List<Selectable<?>> items = new ArrayList<>(select.projection().items());
    GivenValues nothing = new GivenValues(List.of(), List.of());
    open.forEach((column, given) -> items.add(typed(column, given.forInsert(column, nothing))));
    return select.withProjection(new Projection<>(items, null));
  }

  /** A parameter in a list of selected parts has no type of its own. */
  private static Expression<?> typed(ColumnReference<?> column, Expression<?> value) {
    return value instanceof Bind<?> bind ? bind.cast(column.type()) : value;
  }

  @Override
  public boolean has(String column) {
    return row.containsKey(column);
  }

  @Override
  public @Nullable Object get(String column) {
    return row.get(column) instanceof Bind<?> bind ? bind.value() : null;
  }
}
