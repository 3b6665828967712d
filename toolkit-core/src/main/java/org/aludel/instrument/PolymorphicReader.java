package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.BiFunction;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows that stand for objects of several classes: a column says by whose reader.
 *
 * @param <E> the class above them
 */
public final class PolymorphicReader<E> implements RowReader<@Nullable E> {
  private final Map<String, RowReader<? extends @Nullable E>> readers;
  private final int idColumn;
  private final int markColumn;
  private final BiFunction<@Nullable String, Object, RuntimeException> unknown;

  /**
   * A reader.
   *
   * @param readers by the text of the mark
   * @param idColumn the 1-based position of a column that is never NULL in a row that is there
   * @param markColumn the 1-based position of the mark
   * @param unknown the failure for a mark that has no reader, and the value of the id column
   */
  public PolymorphicReader(
      Map<String, RowReader<? extends @Nullable E>> readers,
      int idColumn,
      int markColumn,
      BiFunction<@Nullable String, Object, RuntimeException> unknown) {
    this.readers = Map.copyOf(readers);
    this.idColumn = idColumn;
    this.markColumn = markColumn;
    this.unknown = unknown;
  }

  @Override
  @SuppressWarnings("NullAway") // it does not see that the type argument is nullable
  public @Nullable E read(ResultSet row) throws SQLException {
    String mark = row.getString(markColumn);
    RowReader<? extends @Nullable E> reader = mark == null ? null : readers.get(mark);
    if (reader != null) {
      return reader.read(row);
    }
    Object id = row.getObject(idColumn);
    if (id == null) {
      return null; // an outer join found nothing
    }
    throw unknown.apply(mark, id);
  }
}
