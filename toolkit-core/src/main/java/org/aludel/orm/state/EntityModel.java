package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.dialect.Capability;
import org.aludel.dialect.Dialect;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.deferred.AccessorSlots;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.event.EntityEvents;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;
import org.aludel.type.SqlType;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * A mapper together with the generated access to its class, and what a session asks of both again
 * and again. Immutable and thread-safe; one a mapper and factory, so compared by identity.
 *
 * <p>A key is the id value where the id is one attribute, else a {@code List} of the id values in
 * key order.
 *
 * @param <E> the entity class
 */
public final class EntityModel<E> {
  private final Mapper<E> mapper;
  private final Dialect dialect;
  private final EntityAccess<E> access;
  private final List<Relationship> references;
  private final List<Relationship> foreignKeys;
  private final List<Relationship> collections;
  private final List<Integer> writeOnlySlots;
  private final List<ElementCollection> elements;
  private final int slots;
  private final List<BasicProperty> ids;
  private final List<SqlType<?>> types;
  private final int position;
  private final EntityModel<?> root;
  private final List<Relationship> derived;
  private final EntityView view;
  private final ColumnChoice columns;

  /** Found once; several threads may find the same. */
  private volatile @Nullable AccessorSlots accessors;

  /** Set before anybody else sees the model. */
  private @Nullable EntityEvents events;

  private final Map<Relationship, Relationship> own = new HashMap<>();

  /**
   * A model.
   *
   * @param root that of the topmost class of the hierarchy; null where this is it
   */
  EntityModel(Mapper<E> mapper, Dialect dialect, int position, @Nullable EntityModel<?> root) {
    this.mapper = mapper;
    this.dialect = dialect;
    this.root = root == null ? this : root;
    this.view = new EntityView(mapper);
    this.columns = ColumnChoice.mapped(mapper, view);
    mapper.relationships().forEach(one -> own.put(one, one));
    mapper.impliedReferences().forEach(one -> own.put(one, one));
    this.types = mapper.basics().stream().<SqlType<?>>map(one -> type(dialect, one)).toList();
    this.access =
        dialect.supports(Capability.TYPED_GETTERS)
            ? mapper.access()
            : mapper.access().reading(types.stream().<ValueCodec<?>>map(SqlType::codec).toList());
    this.references = mapper.references();
    this.foreignKeys = new ArrayList<>(references);
    foreignKeys.addAll(mapper.impliedReferences());
    this.slots = access.attributes().size();
    this.collections = mapper.relationships().stream().filter(one -> !one.isReference()).toList();
    this.writeOnlySlots =
        collections.stream().filter(Relationship::isWriteOnly).map(Relationship::slot).toList();
    this.elements = mapper.elementCollections();
    this.ids = mapper.ids();
    this.derived = references.stream().filter(this::isDerived).toList();
    this.position = position;
  }

  void events(@Nullable EntityEvents value) {
    events = value;
  }

  /** What is called at events of its objects; null for nothing. */
  public @Nullable EntityEvents events() {
    return events;
  }

  public Mapper<E> mapper() {
    return mapper;
  }

  public EntityAccess<E> access() {
    return access;
  }

  /** That of the topmost class of the hierarchy, by whose keys objects are known. */
  public EntityModel<?> root() {
    return root;
  }

  /** What stands for the class in statements. */
  public EntityView view() {
    return view;
  }

  /** The columns that are read where no option says otherwise. */
  public ColumnChoice columns() {
    return columns;
  }

  /** Which attributes its methods use. */
  public AccessorSlots accessors() {
    AccessorSlots known = accessors;
    if (known == null) {
      known = new AccessorSlots(mapper);
      accessors = known;
    }
    return known;
  }

  /** Whether it is a class without superclass and subclass among the mapped ones. */
  boolean isAlone() {
    return mapper.inheritance() == null;
  }

  /** The slot in which this class has a relationship, which a class above it may declare. */
  public int slotOf(Relationship relationship) {
    Relationship mine = own.get(relationship);
    if (mine == null) {
      throw new IllegalStateException(mapper + " has no " + relationship);
    }
    return mine.slot();
  }

  /** The attributes with a foreign key in slot order. */
  public List<Relationship> references() {
    return references;
  }

  /** {@link #references()}, then {@link Mapper#impliedReferences()}. */
  public List<Relationship> foreignKeys() {
    return foreignKeys;
  }

  /** How many slots have fields; those from this number on are of implied references. */
  public int slots() {
    return slots;
  }

  /**
   * The attributes that the own row says nothing of, in slot order: collections, and the inverse
   * side of a one-to-one, which is treated as a collection of one at most.
   */
  public List<Relationship> collections() {
    return collections;
  }

  /** The slots of collections that are never loaded. */
  List<Integer> writeOnlySlots() {
    return writeOnlySlots;
  }

  /** Collections of values, whose contents have the numbers behind those of collections. */
  public List<ElementCollection> elements() {
    return elements;
  }

  /** The number of the contents of a collection of values, by its index in {@link #elements()}. */
  public int elementsAt(int index) {
    return collections.size() + index;
  }

  /** The collection of values whose contents have that number, or null for other collections. */
  public @Nullable ElementCollection elements(int number) {
    return number < collections.size() ? null : elements.get(number - collections.size());
  }

  /** The slot of the attribute whose contents have that number. */
  public int contentsSlot(int number) {
    ElementCollection values = elements(number);
    return values == null ? collections.get(number).slot() : values.slot();
  }

  /** The name of that attribute. */
  public String contentsName(int number) {
    ElementCollection values = elements(number);
    return values == null ? collections.get(number).name() : values.name();
  }

  /** How many attributes have contents that the own row says nothing of. */
  public int contentsCount() {
    return collections.size() + elements.size();
  }

  /** The attributes of the id in key order. */
  public List<BasicProperty> ids() {
    return ids;
  }

  /** Whether a part of the id is that of another object. */
  public boolean derivesKey() {
    return !derived.isEmpty();
  }

  /** The references whose targets have parts of the id as theirs. */
  public List<Relationship> derived() {
    return derived;
  }

  private boolean isDerived(Relationship reference) {
    return ids.stream()
        .filter(id -> id.generation() == Generation.DERIVED)
        .anyMatch(id -> reference.localColumns().get(0).name().equals(id.column().name()));
  }

  /** The key of the target of a reference that is a part of a key. */
  public Object targetKey(Relationship reference, Object key) {
    List<Object> parts = new ArrayList<>();
    for (BasicProperty targetId : reference.target().ids()) {
      for (int column = 0; column < reference.localColumns().size(); column++) {
        if (reference.remoteColumns().get(column).name().equals(targetId.column().name())) {
          parts.add(keyPart(key, idOf(reference.localColumns().get(column))));
        }
      }
    }
    return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
  }

  private int idOf(Column column) {
    for (int index = 0; index < ids.size(); index++) {
      if (ids.get(index).column().name().equals(column.name())) {
        return index;
      }
    }
    throw new IllegalStateException(mapper + " has no id in " + column.name());
  }

  /** How an attribute is kept by this database. */
  public SqlType<?> type(BasicProperty basic) {
    return types.get(basic.slot());
  }

  /** How a column of a table of values is kept by this database. */
  public SqlType<?> type(Column column) {
    return dialect.type(column.type());
  }

  private static SqlType<?> type(Dialect dialect, BasicProperty basic) {
    return dialect.type(basic.column().type());
  }

  /** A number that orders the models of one factory: parents before children where possible. */
  public int position() {
    return position;
  }

  /** The key of an object as its fields say, or null while a part of it is null. */
  public @Nullable Object keyOf(E entity) {
    if (ids.size() == 1) {
      Object value = access.get(entity, ids.get(0).slot());
      return value instanceof Number number && unset(ids.get(0), number) ? null : value;
    }
    List<Object> values = new ArrayList<>(ids.size());
    for (BasicProperty id : ids) {
      Object value = access.get(entity, id.slot());
      if (value == null || (value instanceof Number number && unset(id, number))) {
        return null;
      }
      values.add(value);
    }
    return List.copyOf(values);
  }

  /** Writes a key into the id attributes. */
  public void key(E entity, Object key) {
    if (ids.size() == 1) {
      access.set(entity, ids.get(0).slot(), key);
      return;
    }
    // At once: an embedded id may refuse to be made of some of its parts.
    BitSet slots = new BitSet();
    @Nullable Object[] values = new @Nullable Object[access.basicCount()];
    for (int index = 0; index < ids.size(); index++) {
      slots.set(ids.get(index).slot());
      values[ids.get(index).slot()] = keyPart(key, index);
    }
    access.setAll(entity, slots, values);
  }

  /** One id value of a key, by its index in {@link #ids()}. */
  public Object keyPart(Object key, int index) {
    return ids.size() == 1 ? key : ((List<?>) key).get(index);
  }

  /** The index of a reference's column in {@link #ids()} of the class that it refers to. */
  public static int idIndex(Relationship reference, int column) {
    String remote = reference.remoteColumns().get(column).name();
    List<BasicProperty> targetIds = reference.target().ids();
    for (int index = 0; index < targetIds.size(); index++) {
      if (targetIds.get(index).column().name().equals(remote)) {
        return index;
      }
    }
    throw new IllegalStateException(reference + " refers to \"" + remote + "\", not to an id");
  }

  /** An object as messages name it: {@code Order 17}. */
  public String describe(@Nullable Object key) {
    return mapper.type().getSimpleName() + (key == null ? " (new)" : " " + key);
  }

  /** 0 in a primitive id that the server makes means that there is none yet. */
  private static boolean unset(BasicProperty id, Number value) {
    return id.javaType().isPrimitive()
        && id.generation() != Generation.NONE
        && value.longValue() == 0;
  }

  @Override
  public String toString() {
    return "EntityModel[" + mapper.type().getName() + "]";
  }
}
