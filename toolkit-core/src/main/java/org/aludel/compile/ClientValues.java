package org.aludel.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Assignment;
import org.aludel.sql.Bind;
import org.aludel.sql.ClientDefault;
import org.aludel.sql.ClientValue;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.GivenValues;
import org.aludel.sql.Insert;
import org.aludel.sql.Projection;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * Completes statements by what clients give the columns that they leave out, before anything else
 * looks at them: the columns belong to the structure by which compiled text is kept, the values
 * travel as binds. As SQLAlchemy: a row of a multi-row INSERT is asked by itself, INSERT … SELECT
 * once in all, and what a statement says of a column wins, NULL included.
 */
public final class ClientValues {
  /** Whether functions are called; where only the text is wanted NULL stands for what they give. */
  private final boolean asked;

  private ClientValues(boolean asked) {
    this.asked = asked;
  }

  /**
   * The statement with all values, for running it.
   *
   * @throws CompileException with {@code WRONG_VALUE}, or {@code NO_GIVEN_VALUE} from a function
   *     that asks for what the statement does not say
   */
  public static Statement<?> given(Statement<?> statement) {
    return new ClientValues(true).complete(statement);
  }

  /** The statement of the same text without values of functions, for showing it. */
  public static Statement<?> placed(Statement<?> statement) {
    return new ClientValues(false).complete(statement);
  }

  private Statement<?> complete(Statement<?> statement) {
    if (statement instanceof Insert<?> insert) {
      return inserted(insert);
    }
    if (statement instanceof Update<?> update && !update.assignments().isEmpty()) {
      return updated(update);
    }
    return statement;
  }

  private <R> Update<R> updated(Update<R> update) {
    Map<String, Expression<?>> said = new LinkedHashMap<>();
    update.assignments().forEach(one -> said.put(one.column().name(), one.value()));
    List<Assignment> more = new ArrayList<>();
    for (ClientDefault one : update.table().clientDefaults()) {
      ClientValue value = one.onUpdate();
      if (value != null && !said.containsKey(one.column().name())) {
        Expression<?> expression = expression(value, one.column(), said);
        said.put(one.column().name(), expression);
        more.add(new Assignment(one.column(), expression));
      }
    }
    return more.isEmpty() ? update : update.set(more.toArray(new Assignment[0]));
  }

  private <R> Insert<R> inserted(Insert<R> insert) {
    List<ClientDefault> missing = missing(insert);
    if (missing.isEmpty()) {
      return insert;
    }
    List<ColumnReference<?>> columns = new ArrayList<>(insert.columns());
    missing.forEach(one -> columns.add(one.column()));
    Insert.Source source =
        insert.source() instanceof Insert.Query query
            ? new Insert.Query(selected(query.select(), missing))
            : rows(insert, (Insert.Values) insert.source(), missing);
    return new Insert<>(insert.table(), columns, source, insert.conflict(), insert.projection());
  }

  /** None for an INSERT that is not finished, which the compiler refuses. */
  private static List<ClientDefault> missing(Insert<?> insert) {
    boolean query = insert.source() instanceof Insert.Query;
    boolean rows = insert.source() instanceof Insert.Values values && !values.rows().isEmpty();
    if (insert.columns().isEmpty() == (query || rows)) {
      return List.of();
    }
    Set<String> said = new HashSet<>();
    insert.columns().forEach(column -> said.add(column.name()));
    return insert.table().clientDefaults().stream()
        .filter(one -> one.onInsert() != null && !said.contains(one.column().name()))
        .toList();
  }

  private Insert.Values rows(Insert<?> insert, Insert.Values values, List<ClientDefault> missing) {
    List<List<Expression<?>>> rows = new ArrayList<>();
    // No row at all is one row of defaults.
    List<List<Expression<?>>> written =
        values.rows().isEmpty() ? List.of(List.of()) : values.rows();
    for (List<Expression<?>> row : written) {
      Map<String, Expression<?>> said = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        said.put(insert.columns().get(i).name(), row.get(i));
      }
      List<Expression<?>> cells = new ArrayList<>(row);
      for (ClientDefault one : missing) {
        Expression<?> cell = expression(one.onInsert(), one.column(), said);
        said.put(one.column().name(), cell);
        cells.add(cell);
      }
      rows.add(cells);
    }
    return new Insert.Values(rows);
  }

  /** Values stand behind what is selected, cast since nothing else tells the server their types. */
  private Select<?> selected(Select<?> select, List<ClientDefault> missing) {
    List<Selectable<?>> items = new ArrayList<>(select.projection().items());
    Map<String, Expression<?>> said = new LinkedHashMap<>();
    for (ClientDefault one : missing) {
      if (one.onInsert() instanceof ClientValue.OfDatabase && select.modifiers().distinct()) {
        throw distinct(one.column());
      }
      Expression<?> value = expression(one.onInsert(), one.column(), said);
      said.put(one.column().name(), value);
      items.add(value instanceof Bind<?> ? value.cast(one.column().type()) : value);
    }
    return new Select<>(
        new Projection<>(items, null),
        select.from(),
        select.criteria(),
        select.paging(),
        select.modifiers());
  }

  private Expression<?> expression(
      @Nullable ClientValue value, ColumnReference<?> column, Map<String, Expression<?>> said) {
    if (value == null || (!asked && value instanceof ClientValue.Computed)) {
      return new Bind<>(column.type(), null);
    }
    return value.expression(column, new GivenValues(said));
  }

  /** It could differ from row to row, and rows that are equal would no longer be one. */
  private static CompileException distinct(ColumnReference<?> column) {
    return new CompileException(
        Problem.of(
                SqlCode.UNSUPPORTED_STATEMENT,
                "cannot insert the rows of a SELECT DISTINCT with a value for \"" + column + "\"")
            .found("a client default that the database computes for each row")
            .expected("a query that selects that column too, or one without distinct()")
            .fix("name the column in columns(…) and select its value"));
  }
}
