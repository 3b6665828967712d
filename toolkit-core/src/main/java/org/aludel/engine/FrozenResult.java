package org.aludel.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result, read and kept, from which results are made as often as one likes: what a
 * cache stores. Needs no connection. Immutable as far as its rows are, and then free for all
 * threads.
 *
 * <pre>{@code
 * FrozenResult<String> names = connection.execute(select(USER.name)).freeze();
 * names.result().first();
 * names.result().all();
 * }</pre>
 *
 * @param <R> what a row is
 * @param columnNames the labels of the columns in order, unmodifiable
 * @param rows the rows in the order they came, unmodifiable, nulls included
 */
public record FrozenResult<R extends @Nullable Object>(List<String> columnNames, List<R> rows) {
  /** Copies both lists. */
  public FrozenResult {
    columnNames = List.copyOf(columnNames);
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }

  /**
   * All rows anew, as a result that is read once. It converts nothing: {@link Result#scalars}
   * refuses values of another class with {@code WRONG_VALUE}, and {@link Result#mappings} rows that
   * are no {@link org.aludel.sql.Row} with {@code WRONG_STATE}, when they are read.
   */
  public Result<R> result() {
    return new Result<R>(new FrozenFeed<R, R>(this, row -> row));
  }
}
