package org.aludel.instrument;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * A generated access that reads rows by codecs. Generated code calls the typed getters of JDBC,
 * which give what PostgreSQL keeps; another database may keep a time as text or a decimal as a
 * number.
 */
final class CodecAccess<E> extends EntityAccess<E> {
  private final EntityAccess<E> generated;
  private final List<ValueCodec<?>> codecs;

  /** What a slot holds of SQL NULL: Java's default for primitives. */
  private final List<@Nullable Object> nulls = new ArrayList<>();

  /**
   * @param codecs of the basic slots in their order
   */
  CodecAccess(EntityAccess<E> generated, List<ValueCodec<?>> codecs) {
    super(generated.type(), generated.attributes());
    this.generated = generated;
    this.codecs = List.copyOf(codecs);
    for (int slot = 0; slot < codecs.size(); slot++) {
      Class<?> type = generated.attributes().get(slot).javaType();
      nulls.add(type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null);
    }
  }

  @Override
  public EntityAccess<E> reading(List<ValueCodec<?>> others) {
    return generated.reading(others);
  }

  @Override
  public void read(ResultSet row, int firstColumn, E target) throws SQLException {
    read(row, firstColumn, target, 0);
  }

  @Override
  public void readOwn(ResultSet row, int firstColumn, E target) throws SQLException {
    read(row, firstColumn, target, generated.inheritedBasics());
  }

  private void read(ResultSet row, int firstColumn, E target, int from) throws SQLException {
    BitSet slots = new BitSet(codecs.size());
    slots.set(from, codecs.size());
    @Nullable Object[] values = new @Nullable Object[codecs.size()];
    for (int slot = from; slot < values.length; slot++) {
      Object value = codecs.get(slot).read(row, firstColumn + slot - from);
      values[slot] = value == null ? nulls.get(slot) : value;
    }
    generated.setAll(target, slots, values);
  }

  @Override
  public void readSlot(ResultSet row, int column, E target, int slot) throws SQLException {
    Object value = codecs.get(slot).read(row, column);
    generated.set(target, slot, value == null ? nulls.get(slot) : value);
  }

  /** Codecs read what the driver gives, not what it was sent. */
  @Override
  public boolean isSentAsMapped(ResultSetMetaData columns, int firstColumn) {
    return false;
  }

  @Override
  public void readSent(ResultSet row, int firstColumn, E target) throws SQLException {
    read(row, firstColumn, target);
  }

  @Override
  public E create() {
    return generated.create();
  }

  @Override
  public ElementAccess<?> elements(String attribute) {
    return generated.elements(attribute);
  }

  @Override
  public @Nullable Object get(E entity, int slot) {
    return generated.get(entity, slot);
  }

  @Override
  public void set(E entity, int slot, @Nullable Object value) {
    generated.set(entity, slot, value);
  }

  @Override
  public void setAll(E entity, BitSet slots, @Nullable Object[] values) {
    generated.setAll(entity, slots, values);
  }

  @Override
  public List<@Nullable Object> idParts(Object id) {
    return generated.idParts(id);
  }

  @Override
  public boolean hasLongId() {
    return generated.hasLongId();
  }

  @Override
  public long longId(E entity) {
    return generated.longId(entity);
  }

  @Override
  public void longId(E entity, long id) {
    generated.longId(entity, id);
  }

  @Override
  public Object snapshot(E entity) {
    return generated.snapshot(entity);
  }

  @Override
  public boolean isChanged(E entity, Object snapshot) {
    return generated.isChanged(entity, snapshot);
  }

  @Override
  public BitSet changed(E entity, Object snapshot) {
    return generated.changed(entity, snapshot);
  }

  @Override
  public void restore(E entity, Object snapshot) {
    generated.restore(entity, snapshot);
  }

  @Override
  public @Nullable Object snapshotValue(Object snapshot, int slot) {
    return generated.snapshotValue(snapshot, slot);
  }

  @Override
  public void snapshotValue(Object snapshot, int slot, @Nullable Object value) {
    generated.snapshotValue(snapshot, slot, value);
  }

  /** Boxed values: arrays of primitives are for drivers that take them. */
  @Override
  public Object column(List<? extends E> entities, int slot) {
    return super.column(entities, slot);
  }

  @Override
  public boolean supportsLazy() {
    return generated.supportsLazy();
  }

  @Override
  public E lazy(LoadTrigger trigger) {
    return generated.lazy(trigger);
  }
}
