package org.aludel.instrument;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.aludel.type.JavaTypes;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the fields of one entity class, bypassing its methods. The annotation processor
 * generates one subclass an entity ({@code User__Orm} beside {@code User}); {@link #of} finds it.
 *
 * <p>Slots number the attributes: first those in columns, in order of declaration with superclasses
 * first, then the relationships in the same order. A slot that does not exist throws {@link
 * IndexOutOfBoundsException}.
 *
 * <p>Immutable and thread-safe; the entities and snapshots that are passed are not.
 *
 * @param <E> the entity class
 */
public abstract class EntityAccess<E> implements ColumnsReader<E> {
  private final Class<E> type;
  private final List<Attribute> attributes;
  private final int basicCount;

  /** For generated code. */
  protected EntityAccess(Class<E> type, List<Attribute> attributes) {
    this.type = type;
    this.attributes = List.copyOf(attributes);
    this.basicCount = (int) this.attributes.stream().filter(Attribute::basic).count();
  }

  /**
   * The generated access of an entity class or of its lazy subclass.
   *
   * @throws org.aludel.error.MappingException NO_GENERATED_CODE when the annotation processor has
   *     not run over the class, or over an older text of it
   */
  public static <E> EntityAccess<E> of(Class<E> type) {
    return GeneratedCode.access(type, null);
  }

  /**
   * The generated access of a class whose annotations another may carry.
   *
   * @param annotated the class itself, or the one that maps it
   * @throws org.aludel.error.MappingException as {@link #of(Class)}, or CLOSED_PACKAGE when the
   *     module of the class does not let its fields be reached
   */
  public static <E> EntityAccess<E> of(Class<E> type, Class<?> annotated) {
    return GeneratedCode.access(type, annotated);
  }

  /**
   * The same access for a database that does not keep values as PostgreSQL does: rows are read by
   * codecs in place of JDBC's typed getters.
   *
   * @param codecs of the basic slots in their order
   */
  public EntityAccess<E> reading(List<ValueCodec<?>> codecs) {
    return new CodecAccess<>(this, codecs);
  }

  /** The entity class itself, never its lazy subclass. */
  public final Class<E> type() {
    return type;
  }

  /** All attributes in slot order, immutable. */
  public final List<Attribute> attributes() {
    return attributes;
  }

  /**
   * The slot of an attribute.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public final int slot(String name) {
    for (int slot = 0; slot < attributes.size(); slot++) {
      if (attributes.get(slot).name().equals(name)) {
        return slot;
      }
    }
    throw new IllegalArgumentException(type.getName() + " has no attribute \"" + name + "\"");
  }

  /** How many slots are columns: slots below this number are, the others are relationships. */
  public final int basicCount() {
    return basicCount;
  }

  /**
   * Checks that the slots are numbered as somebody else numbers them.
   *
   * @param names of all attributes in the expected order
   * @throws org.aludel.error.MappingException NO_GENERATED_CODE when the class was changed and the
   *     annotation processor has not run over it again
   */
  public final void requireSlots(List<String> names) {
    List<String> own = attributes.stream().map(Attribute::name).toList();
    if (!own.equals(names)) {
      throw GeneratedCode.stale(type, "attributes " + own + " instead of " + names, null);
    }
  }

  /** A new instance by the no-argument constructor, whatever its visibility. */
  public abstract E create();

  /** The value of a slot; primitives are boxed. Never loads a lazy instance. */
  public abstract @Nullable Object get(E entity, int slot);

  /**
   * Sets a slot. Never loads a lazy instance.
   *
   * @throws ClassCastException when the value is not of the attribute's class
   * @throws NullPointerException when null meets a primitive
   */
  public abstract void set(E entity, int slot, @Nullable Object value);

  /**
   * Sets several slots. What is embedded is made once, from all its parts, which is the only way
   * for a record that refuses some.
   *
   * @param values by slot
   */
  public void setAll(E entity, BitSet slots, @Nullable Object[] values) {
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      set(entity, slot, values[slot]);
    }
  }

  /**
   * The parts of an id that an object holds whole, in the order of the key; a part may be null.
   *
   * @param id an instance of the class of the embedded id, or of the id class of the entity
   * @return empty for an object of any other class
   */
  public List<@Nullable Object> idParts(Object id) {
    return List.of();
  }

  /**
   * How the elements of a collection are taken apart.
   *
   * @param attribute a collection of an embeddable class
   * @throws IllegalArgumentException if the class has no such collection
   */
  public ElementAccess<?> elements(String attribute) {
    throw new IllegalArgumentException(type.getName() + " embeds nothing in \"" + attribute + "\"");
  }

  /** Whether the id is one attribute of class long or Long, which the next three methods need. */
  public boolean hasLongId() {
    return false;
  }

  /** The id without boxing; 0 when it is null. Only if {@link #hasLongId()}. */
  public long longId(E entity) {
    throw new UnsupportedOperationException(type.getName() + " has no id of class long");
  }

  /** Sets the id without boxing a primitive. Only if {@link #hasLongId()}. */
  public void longId(E entity, long id) {
    throw new UnsupportedOperationException(type.getName() + " has no id of class long");
  }

  /**
   * Fills all basic slots from consecutive columns of the current row, the first at a 1-based
   * position, by typed getters. Relationships are left alone, and so is an id of class long or Long
   * ({@link #hasLongId()}): whoever asks an identity map has decoded it already. SQL NULL for a
   * primitive leaves Java's default (0, false).
   */
  @Override
  public abstract void read(ResultSet row, int firstColumn, E target) throws SQLException;

  /**
   * As {@link #read} for the basic slots that the entity does not have from an entity which it
   * extends: in rows of several classes the columns of a class stand together. Id columns are read
   * too where the class declares them, but for an id of class long or Long.
   */
  public void readOwn(ResultSet row, int firstColumn, E target) throws SQLException {
    read(row, firstColumn, target);
  }

  /**
   * Whether columns are of the very types that their attributes are mapped to, so that {@link
   * #readSent} may read them; asked once a result.
   *
   * @param firstColumn 1-based position of slot 0
   */
  public boolean isSentAsMapped(ResultSetMetaData columns, int firstColumn) throws SQLException {
    return false;
  }

  /**
   * As {@link #read} where {@link #isSentAsMapped} holds: dates and times are made of the bytes
   * that the server sent, which costs a third of asking the driver.
   */
  public void readSent(ResultSet row, int firstColumn, E target) throws SQLException {
    read(row, firstColumn, target);
  }

  /** How many basic slots, the first, an entity that it extends has too. */
  protected int inheritedBasics() {
    return 0;
  }

  /** Fills one basic slot from a 1-based column of the current row, by its typed getter. */
  public abstract void readSlot(ResultSet row, int column, E target, int slot) throws SQLException;

  /**
   * All slots as they are now, as an object of generated class: mutable values are copied,
   * relationships and collections are kept by reference.
   */
  public abstract Object snapshot(E entity);

  /** Whether {@link #changed} would find anything; allocates nothing. */
  public abstract boolean isChanged(E entity, Object snapshot);

  /**
   * The slots whose values differ from the snapshot, as a new set that the caller owns. Values are
   * compared as the database would: decimals and instants by value, arrays by content;
   * relationships and collections by identity.
   */
  public abstract BitSet changed(E entity, Object snapshot);

  /** Puts all slots back as the snapshot holds them; the snapshot stays usable. */
  public abstract void restore(E entity, Object snapshot);

  /** The value that a snapshot holds for a slot; must not be modified. */
  public abstract @Nullable Object snapshotValue(Object snapshot, int slot);

  /** Overwrites one slot of a snapshot, for values that the server made or that were reloaded. */
  public abstract void snapshotValue(Object snapshot, int slot, @Nullable Object value);

  /**
   * One slot of many entities, in their order, for bulk statements: a {@code long[]}, {@code int[]}
   * and so on where the attribute is primitive, else an {@code Object[]} of Java values with nulls.
   */
  public Object column(List<? extends E> entities, int slot) {
    Object[] values = new Object[entities.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = get(entities.get(index), slot);
    }
    return values;
  }

  /**
   * Whether {@link #lazy} works for this class; the processor refuses classes where it could lie.
   */
  public boolean supportsLazy() {
    return false;
  }

  /**
   * A new, empty, unloaded instance of the generated subclass. Its methods call the trigger first;
   * the caller sets the id slots.
   */
  public E lazy(LoadTrigger trigger) {
    throw new UnsupportedOperationException(type.getName() + " has no lazy subclass");
  }

  /**
   * True for every ordinary instance and for a lazy one that has been loaded, be it without some of
   * its columns.
   */
  public static boolean isLoaded(Object entity) {
    LoadTrigger trigger = entity instanceof LazyInstance lazy ? lazy.aludelTrigger() : null;
    return trigger == null || trigger.unloaded() != null;
  }

  /** The slots of a loaded instance that are not; as a new set. */
  public static BitSet unloadedSlots(Object entity) {
    LoadTrigger trigger = entity instanceof LazyInstance lazy ? lazy.aludelTrigger() : null;
    BitSet slots = trigger == null ? null : trigger.unloaded();
    return slots == null ? new BitSet() : (BitSet) slots.clone();
  }

  /**
   * Declares a lazy instance to be loaded, after its slots were filled; ordinary ones always are.
   */
  public static void markLoaded(Object entity) {
    if (entity instanceof LazyInstance lazy) {
      lazy.aludelTrigger(null);
    }
  }

  /** Makes a lazy instance unloaded again, so that its next use calls the trigger. */
  public static void markUnloaded(Object entity, LoadTrigger trigger) {
    if (entity instanceof LazyInstance lazy) {
      lazy.aludelTrigger(trigger);
    }
  }

  /** For generated code: the failure of a slot that does not exist. */
  protected final IndexOutOfBoundsException noSlot(int slot) {
    return new IndexOutOfBoundsException(
        "no slot " + slot + " in " + type.getName() + ", which has " + attributes.size());
  }

  /** For generated code: the failure to make an object of an abstract class. */
  protected final IllegalStateException noInstance() {
    return new IllegalStateException(type.getName() + " is abstract");
  }

  /** For generated code: what each method of a lazy subclass does first. */
  protected static void loadFirst(LazyInstance instance, String method) {
    LazyInstance.load(instance, method);
  }

  /** For generated code: an instant of the current row, or null. */
  protected static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    return JavaTypes.INSTANT.codec().read(row, column);
  }

  /** For generated code: the parts of the id of another entity; a null part for none. */
  protected static <T> List<@Nullable Object> partsOf(Class<T> entity, @Nullable Object id) {
    List<@Nullable Object> parts = id == null ? List.of() : of(entity).idParts(id);
    return parts.isEmpty() ? Collections.singletonList(null) : parts;
  }

  /** For generated code: a copy that later changes do not reach. */
  protected static byte @Nullable [] copy(byte @Nullable [] value) {
    return value == null ? null : value.clone();
  }

  /** For generated code: a copy that later changes do not reach. */
  protected static <J> @Nullable J copy(ValueCodec<J> codec, @Nullable J value) {
    return value == null ? null : codec.copy(value);
  }

  /** For generated code: whether two values of a type differ to the database. */
  protected static <J> boolean differs(ValueCodec<J> codec, @Nullable J left, @Nullable J right) {
    if (isSame(left, right)) {
      return false;
    }
    return left == null || right == null || !codec.same(left, right);
  }

  /** For generated code: whether two values differ to the database. */
  protected static boolean differs(@Nullable Object left, @Nullable Object right) {
    return !Objects.equals(left, right);
  }

  /** Bit patterns apart, as the wrappers compare: NaN equals NaN, 0.0 differs from -0.0. */
  protected static boolean differs(double left, double right) {
    return Double.compare(left, right) != 0;
  }

  /** As for {@code double}. */
  protected static boolean differs(float left, float right) {
    return Float.compare(left, right) != 0;
  }

  /** Decimals are the same number whatever their scale. */
  protected static boolean differs(@Nullable BigDecimal left, @Nullable BigDecimal right) {
    if (isSame(left, right)) {
      return false;
    }
    return left == null || right == null || left.compareTo(right) != 0;
  }

  /** Times with offsets are the same instant whatever their offset. */
  protected static boolean differs(@Nullable OffsetDateTime left, @Nullable OffsetDateTime right) {
    if (isSame(left, right)) {
      return false;
    }
    return left == null || right == null || !left.isEqual(right);
  }

  /** The usual case for what nobody touched, and far cheaper than a comparison by value. */
  private static boolean isSame(@Nullable Object left, @Nullable Object right) {
    return left == right;
  }

  /** Bytes are the same by content. */
  protected static boolean differs(byte @Nullable [] left, byte @Nullable [] right) {
    return !Arrays.equals(left, right);
  }

  @Override
  public final String toString() {
    return "EntityAccess[" + type.getName() + "]";
  }
}
