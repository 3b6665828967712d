package org.aludel.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.error.UsageException;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a frozen result, from the first to the last. */
final class FrozenFeed<S extends @Nullable Object, R extends @Nullable Object>
    implements RowFeed<R> {
  private final FrozenResult<S> frozen;
  private final Function<? super S, ? extends R> mapping;
  private int read;
  private boolean closed;

  FrozenFeed(FrozenResult<S> frozen, Function<? super S, ? extends R> mapping) {
    this.frozen = frozen;
    this.mapping = mapping;
  }

  @Override
  public boolean hasRows() {
    return true;
  }

  @Override
  public boolean next() {
    if (read == frozen.rows().size()) {
      return false;
    }
    if (closed) {
      throw new UsageException(
          Problem.of(EngineCode.CLOSED, "cannot read a closed result")
              .fix("ask the frozen result for another by result()"));
    }
    read++;
    return true;
  }

  @Override
  public R read() {
    return mapping.apply(frozen.rows().get(read - 1));
  }

  @Override
  public List<String> columnNames() {
    return frozen.columnNames();
  }

  @Override
  public long rowCount() {
    return -1;
  }

  @Override
  public String described() {
    return "columns: " + String.join(", ", columnNames()) + "\nin: a frozen result";
  }

  @Override
  public <T extends @Nullable Object> RowFeed<T> map(Function<? super R, ? extends T> next) {
    return new FrozenFeed<S, T>(frozen, row -> next.apply(mapping.apply(row)));
  }

  @Override
  public RowFeed<Map<String, @Nullable Object>> mappings() {
    return new FrozenFeed<S, Map<String, @Nullable Object>>(frozen, FrozenFeed::mapOf);
  }

  private static Map<String, @Nullable Object> mapOf(@Nullable Object row) {
    if (row instanceof Row whole) {
      return whole.toMap();
    }
    throw new UsageException(
        Problem.of(EngineCode.WRONG_STATE, "cannot give a frozen row as a map")
            .found(row == null ? "NULL" : row.getClass().getName())
            .expected("a Row, which knows its columns")
            .fix("freeze the maps: result.mappings().freeze()"));
  }

  @Override
  @SuppressWarnings("NullAway") // the checker takes the type argument for not null
  public <T> RowFeed<@Nullable T> scalars(Class<T> type) {
    return new FrozenFeed<S, @Nullable T>(frozen, row -> first(row, type));
  }

  private static <T> @Nullable T first(@Nullable Object row, Class<T> type) {
    Object value = row instanceof Row whole ? whole.get(0) : row;
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    throw new UsageException(
        Problem.of(TypeCode.WRONG_VALUE, "cannot read the first column of a frozen result")
            .found(value.getClass().getName())
            .expected(type.getName())
            .fix("freeze what the driver converts: result.scalars(…).freeze()"));
  }

  @Override
  public void close() {
    closed = true;
  }
}
