package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Fills some basic slots of an object, from a row that has no columns for the others. Immutable.
 *
 * @param <E> the class of the object
 */
public final class SlotsReader<E> implements ColumnsReader<E> {
  private final EntityAccess<E> access;
  private final List<Place> places;
  private final BitSet embedded = new BitSet();
  private final int slots;

  /**
   * Where one slot is.
   *
   * @param offset of its column from the first column, from 0
   * @param embedded how it is read as a part of what is made of all its parts; null for others
   */
  public record Place(int slot, int offset, @Nullable ValueCodec<?> embedded) {}

  /** A reader of the slots at these places, without an id of class long or Long. */
  public SlotsReader(EntityAccess<E> access, List<Place> places) {
    this.access = access;
    this.places = List.copyOf(places);
    this.slots = access.attributes().size();
    for (Place place : places) {
      if (place.embedded() != null) {
        embedded.set(place.slot());
      }
    }
  }

  @Override
  public void read(ResultSet row, int firstColumn, E target) throws SQLException {
    @Nullable Object[] parts = embedded.isEmpty() ? null : new @Nullable Object[slots];
    for (Place place : places) {
      ValueCodec<?> codec = place.embedded();
      if (codec == null || parts == null) {
        access.readSlot(row, firstColumn + place.offset(), target, place.slot());
      } else {
        parts[place.slot()] = codec.read(row, firstColumn + place.offset());
      }
    }
    if (parts != null) {
      access.setAll(target, embedded, parts);
    }
  }
}
