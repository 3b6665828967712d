package org.aludel.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the rows of a result come from, one after the other. Not thread-safe. */
interface RowFeed<R extends @Nullable Object> {
  /** Whether there are rows to ask for, even if none; false for a number of rows changed. */
  boolean hasRows();

  /** Moves to the next row; false at the end, also when asked again. */
  boolean next();

  /** The row that {@link #next()} has moved to. */
  R read();

  List<String> columnNames();

  long rowCount();

  /** What a message says of the rows: no values. */
  String described();

  <T extends @Nullable Object> RowFeed<T> map(Function<? super R, ? extends T> mapping);

  RowFeed<Map<String, @Nullable Object>> mappings();

  <T> RowFeed<@Nullable T> scalars(Class<T> type);

  void close();
}
