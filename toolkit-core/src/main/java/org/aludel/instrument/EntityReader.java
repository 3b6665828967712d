package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aludel.type.RowReader;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities from rows laid out as: all basic slots in slot order, then the columns of the
 * to-one references. Looks into an identity map before it fills anything; answers null for a row
 * whose id is NULL, as outer joins give.
 *
 * <p>Not thread-safe, as the sink is not.
 *
 * @param <E> the entity class
 */
public final class EntityReader<E> implements RowReader<@Nullable E> {
  private final EntityAccess<E> access;
  private final ColumnsReader<? super E> columns;
  private final EntitySink<E> sink;
  private final Key id;
  private final List<Key> references;
  private final int firstColumn;
  private boolean filledOne;
  private boolean asked;
  private boolean sent;

  /**
   * The columns of a key.
   *
   * @param offsets 0-based offsets from the entity's first column, in key order
   * @param codecs how the columns are read, in the same order
   */
  public record Key(List<Integer> offsets, List<ValueCodec<?>> codecs) {
    public Key {
      offsets = List.copyOf(offsets);
      codecs = List.copyOf(codecs);
    }

    @Nullable Object read(ResultSet row, int firstColumn) throws SQLException {
      if (offsets.size() == 1) {
        return codecs.get(0).read(row, firstColumn + offsets.get(0));
      }
      List<Object> values = new ArrayList<>(offsets.size());
      for (int index = 0; index < offsets.size(); index++) {
        Object value = codecs.get(index).read(row, firstColumn + offsets.get(index));
        if (value == null) {
          return null;
        }
        values.add(value);
      }
      return List.copyOf(values);
    }
  }

  /**
   * The id and the foreign keys of a row.
   *
   * @param references numbered as the sink expects them
   */
  public record Keys(Key id, List<Key> references) {
    public Keys {
      references = List.copyOf(references);
    }
  }

  /**
   * A reader for one place in a row.
   *
   * @param id where the id is
   * @param references the foreign keys, numbered as the sink expects them
   * @param firstColumn 1-based position of slot 0
   */
  public EntityReader(
      EntityAccess<E> access, EntitySink<E> sink, Key id, List<Key> references, int firstColumn) {
    this(access, access, sink, new Keys(id, references), firstColumn);
  }

  /**
   * A reader for rows in which the columns of a class do not stand together.
   *
   * @param columns fills the basic slots
   */
  public EntityReader(
      EntityAccess<E> access,
      ColumnsReader<? super E> columns,
      EntitySink<E> sink,
      Keys keys,
      int firstColumn) {
    this.access = access;
    this.columns = columns;
    this.sink = sink;
    this.id = keys.id();
    this.references = keys.references();
    this.firstColumn = firstColumn;
  }

  @Override
  @SuppressWarnings("NullAway") // it does not see that the type argument is nullable
  public @Nullable E read(ResultSet row) throws SQLException {
    E target;
    if (access.hasLongId()) {
      long key = row.getLong(firstColumn + id.offsets().get(0));
      if (row.wasNull()) {
        return null;
      }
      target = sink.target(key);
    } else {
      Object key = id.read(row, firstColumn);
      if (key == null) {
        return null;
      }
      target = sink.target(key);
    }
    return target == null ? sink.present() : fill(row, target);
  }

  private E fill(ResultSet row, E target) throws SQLException {
    if (sent || isSent(row)) {
      access.readSent(row, firstColumn, target);
    } else {
      columns.read(row, firstColumn, target);
    }
    for (int reference = 0; reference < references.size(); reference++) {
      sink.reference(target, reference, references.get(reference).read(row, firstColumn));
    }
    sink.filled(target);
    return target;
  }

  /** Asked at the second row: of one row, as a key gives, the question would cost more. */
  private boolean isSent(ResultSet row) throws SQLException {
    if (filledOne && !asked) {
      asked = true;
      sent = columns == access && access.isSentAsMapped(row.getMetaData(), firstColumn);
    }
    filledOne = true;
    return sent;
  }
}
