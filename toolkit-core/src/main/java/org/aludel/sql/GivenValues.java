package org.aludel.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a statement what the client gives the columns that it leaves out: the values of one row,
 * or of none where the text alone is wanted and no function is asked.
 */
final class GivenValues implements RowValues {
  private final Map<String, Expression<?>> row = new LinkedHashMap<>();
  private final boolean asking;

  private GivenValues(List<ColumnReference<?>> columns, List<Expression<?>> cells, boolean asking) {
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i).name(), cells.get(i));
    }
    this.asking = asking;
  }

  static RowValues none() {
    return new GivenValues(List.of(), List.of(), true);
  }

  static <R> Insert<R> complete(Insert<R> insert, boolean asking) {
    Map<ColumnReference<?>, ClientDefault> open =
        open(insert.table(), insert.columns(), ClientDefault::insertable);
    if (open.isEmpty() || !isFinished(insert)) {
      return insert;
    }
    List<ColumnReference<?>> columns = new ArrayList<>(insert.columns());
    columns.addAll(open.keySet());
    Insert.Source source =
        insert.source() instanceof Insert.Query query
            ? new Insert.Query(widened(plain(query.select()), open, asking))
            : new Insert.Values(
                rows((Insert.Values) insert.source()).stream()
                    .map(row -> new GivenValues(insert.columns(), row, asking).completed(row, open))
                    .toList());
    return new Insert<>(
        insert.into().with(columns), source, insert.conflict(), insert.projection());
  }

  /** Columns without rows, or a query without columns, are the compiler's to refuse. */
  private static boolean isFinished(Insert<?> insert) {
    boolean hasRows =
        insert.source() instanceof Insert.Query
            || (insert.source() instanceof Insert.Values values && !values.rows().isEmpty());
    return hasRows == !insert.columns().isEmpty();
  }

  static <R> Update<R> complete(Update<R> update, boolean asking) {
    List<Assignment> all = complete(update.table(), update.assignments(), asking, false);
    return new Update<>(update.table(), all, update.reach(), update.projection());
  }

  static <R> Merge<R> complete(Merge<R> merge, boolean asking) {
    if (merge.table().clientDefaults().isEmpty()) {
      return merge;
    }
    List<Merge.Clause> clauses = new ArrayList<>();
    for (Merge.Clause clause : merge.clauses()) {
      clauses.add(
          new Merge.Clause(
              clause.match(), clause.condition(), completed(merge, clause.action(), asking)));
    }
    return new Merge<>(merge.table(), merge.source(), merge.on(), clauses, merge.projection());
  }

  private static Merge.Action completed(Merge<?> merge, Merge.Action action, boolean asking) {
    if (action instanceof Merge.Change change) {
      return new Merge.Change(complete(merge.table(), change.assignments(), asking, false));
    }
    return action instanceof Merge.Addition addition
        ? new Merge.Addition(complete(merge.table(), addition.assignments(), asking, true))
        : action;
  }

  private static List<Assignment> complete(
      TableSource<?> table, List<Assignment> assignments, boolean asking, boolean inserting) {
    List<ColumnReference<?>> named = new ArrayList<>();
    List<Expression<?>> values = new ArrayList<>();
    for (Assignment assignment : assignments) {
      for (ColumnReference<?> column : assignment.columns()) {
        named.add(column);
        values.add(assignment.value());
      }
    }
    GivenValues row = new GivenValues(named, values, asking);
    List<Assignment> all = new ArrayList<>(assignments);
    open(table, named, inserting ? ClientDefault::insertable : ClientDefault::updatable)
        .forEach(
            (column, given) -> {
              Expression<?> value =
                  inserting
                      ? given.forInsert(column, row.asked())
                      : given.forUpdate(column, row.asked());
              row.row.put(column.name(), value);
              all.add(new Assignment(column, value));
            });
    return all;
  }

  private @Nullable RowValues asked() {
    return asking ? this : null;
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
          Expression<?> value = given.forInsert(column, asked());
          row.put(column.name(), value);
          all.add(value);
        });
    return all;
  }

  /** A query that is no SELECT is read by one. */
  private static Select<?> plain(Query<?> query) {
    return query instanceof Select<?> select ? select : wrapped(query);
  }

  private static <R> Select<R> wrapped(Query<R> query) {
    return Sql.select(query.as("given"));
  }

  /** The rows are the database's, so each value is made once and stands in all of them. */
  private static Select<Row> widened(
      Select<?> select, Map<ColumnReference<?>, ClientDefault> open, boolean asking) {
    List<Selectable<?>> items = new ArrayList<>(select.projection().items());
    GivenValues nothing = new GivenValues(List.of(), List.of(), asking);
    open.forEach(
        (column, given) -> {
          Expression<?> value = given.forInsert(column, nothing.asked());
          requireConstant(select, column, value);
          items.add(typed(column, value));
        });
    return select.withProjection(new Projection<>(items, null));
  }

  /** It could differ from row to row, and rows that are equal would no longer be one. */
  private static void requireConstant(
      Select<?> select, ColumnReference<?> column, Expression<?> value) {
    if (select.modifiers().distinct() && !(value instanceof Bind<?>)) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot insert the rows of a SELECT DISTINCT without column \"" + column + "\"")
              .found("a default that the database computes for each row")
              .expected("a query that selects that column too, or one without distinct()")
              .fix("name the column in columns(…) and select its value"));
    }
  }

  /** A parameter in a list of selected parts has no type of its own. */
  private static Expression<?> typed(ColumnReference<?> column, Expression<?> value) {
    return value instanceof Bind<?> bind ? bind.cast(column.type()) : value;
  }

  @Override
  public boolean has(String column) {
    return row.get(column) instanceof Bind<?>;
  }

  @Override
  public @Nullable Object get(String column) {
    if (row.get(column) instanceof Bind<?> bind) {
      return bind.value();
    }
    throw new CompileException(
        Problem.of(SqlCode.NO_GIVEN_VALUE, "cannot tell the value of column \"" + column + "\"")
            .found(
                row.containsKey(column)
                    ? "an expression that the database computes"
                    : "a statement that gives " + names())
            .expected("a value that the statement gives" + Suggestion.phrase(column, row.keySet()))
            .fix("give the column a value in the statement, or ask has(…) first"));
  }

  private String names() {
    return row.isEmpty() ? "no single values" : String.join(", ", row.keySet());
  }
}
