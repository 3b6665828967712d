package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object, and those that its row was joined to.
 *
 * @param <E> the entity class
 */
public final class JoinedReader<E> implements RowReader<@Nullable E> {
  /** Takes what one row holds behind an object. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param owner the object of the row
     * @param element index among the readers of elements
     * @param value null where the row has none
     */
    void element(Object owner, int element, @Nullable Object value);
  }

  private final List<RowReader<?>> targets;
  private final RowReader<@Nullable E> own;
  private final List<RowReader<?>> elements;
  private final Sink sink;

  /**
   * @param targets of references, read first, so that the object finds them
   * @param elements read after the object to which they belong
   */
  public JoinedReader(
      List<RowReader<?>> targets,
      RowReader<@Nullable E> own,
      List<RowReader<?>> elements,
      Sink sink) {
    this.targets = List.copyOf(targets);
    this.own = own;
    this.elements = List.copyOf(elements);
    this.sink = sink;
  }

  @Override
  @SuppressWarnings("NullAway") // it does not see that the type argument is nullable
  public @Nullable E read(ResultSet row) throws SQLException {
    for (RowReader<?> target : targets) {
      target.read(row);
    }
    E entity = own.read(row);
    if (entity == null) {
      return null;
    }
    for (int element = 0; element < elements.size(); element++) {
      sink.element(entity, element, elements.get(element).read(row));
    }
    return entity;
  }
}
