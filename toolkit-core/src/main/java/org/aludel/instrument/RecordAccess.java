package org.aludel.instrument;

import java.sql.ResultSet;
import java.util.BitSet;
import java.util.List;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * The access to an entity that is a record: made whole by its canonical constructor, and never
 * changed. The record is its own snapshot, and whatever would set a slot throws {@link
 * UnsupportedOperationException}. {@link RecordReader} reads its rows.
 *
 * @param <E> the record class
 */
public abstract class RecordAccess<E> extends EntityAccess<E> {
  /** For generated code. */
  protected RecordAccess(Class<E> type, List<Attribute> attributes) {
    super(type, attributes);
  }

  /**
   * A new record by its canonical constructor, whose exceptions pass.
   *
   * @param values by slot, of the classes of the components; no null for a primitive
   */
  public abstract E make(@Nullable Object[] values);

  /** Records are read by codecs on every database. */
  @Override
  public final EntityAccess<E> reading(List<ValueCodec<?>> codecs) {
    return this;
  }

  @Override
  public final E create() {
    throw madeWhole();
  }

  @Override
  public final void set(E entity, int slot, @Nullable Object value) {
    throw madeWhole();
  }

  @Override
  public final void read(ResultSet row, int firstColumn, E target) {
    throw madeWhole();
  }

  @Override
  public final void readSlot(ResultSet row, int column, E target, int slot) {
    throw madeWhole();
  }

  @Override
  public final Object snapshot(E entity) {
    return entity;
  }

  @Override
  public final boolean isChanged(E entity, Object snapshot) {
    return false;
  }

  @Override
  public final BitSet changed(E entity, Object snapshot) {
    return new BitSet();
  }

  /** Nothing is ever different. */
  @Override
  public final void restore(E entity, Object snapshot) {}

  @Override
  public final @Nullable Object snapshotValue(Object snapshot, int slot) {
    return get(type().cast(snapshot), slot);
  }

  @Override
  public final void snapshotValue(Object snapshot, int slot, @Nullable Object value) {
    throw madeWhole();
  }

  private UnsupportedOperationException madeWhole() {
    return new UnsupportedOperationException(type().getName() + " is a record, made whole");
  }
}
