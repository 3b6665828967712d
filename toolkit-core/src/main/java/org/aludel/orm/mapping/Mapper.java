package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.inheritance.ColumnMoment;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Column;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * How one class is stored. Immutable and thread-safe; made by a {@link Registry}.
 *
 * @param <E> the entity class
 */
public final class Mapper<E> {
  private final Class<E> type;
  private final Table table;
  private final List<BasicProperty> basics;
  private final List<BasicProperty> ids;
  private final @Nullable BasicProperty version;
  private final List<Relationship> relationships;
  private final List<ElementCollection> elementCollections;
  private final List<Relationship> impliedReferences;
  private final boolean managed;
  private final boolean view;
  private final boolean record;
  private final Lineage lineage;
  private final Class<?> annotated;

  /** Completed by the builder of the registry, before anybody else sees the mapper. */
  private List<Mapper<?>> subMappers = List.of();

  /** Found once; several threads may find the same. */
  private volatile @Nullable EntityAccess<E> access;

  /** The parts of a mapper, for the registry's builder. */
  record Parts(
      Table table,
      List<BasicProperty> basics,
      List<BasicProperty> ids,
      @Nullable BasicProperty version,
      List<Relationship> relationships,
      List<ElementCollection> elementCollections,
      List<Relationship> impliedReferences,
      boolean managed,
      boolean view,
      Lineage lineage,
      Class<?> annotated) {}

  Mapper(Class<E> type, Parts parts) {
    this.type = type;
    this.table = parts.table();
    this.basics = List.copyOf(parts.basics());
    this.ids = List.copyOf(parts.ids());
    this.version = parts.version();
    this.relationships = List.copyOf(parts.relationships());
    this.elementCollections = List.copyOf(parts.elementCollections());
    this.impliedReferences = List.copyOf(parts.impliedReferences());
    this.managed = parts.managed();
    this.view = parts.view();
    this.record = type.isRecord();
    this.lineage = parts.lineage();
    this.annotated = parts.annotated();
  }

  /** The entity class. */
  public Class<E> type() {
    return type;
  }

  /** The class with the annotations: the entity class, or the one that maps it. */
  public Class<?> annotated() {
    return annotated;
  }

  /**
   * The table whose rows stand for objects of this class and of no class that it extends; that of
   * the root where the classes of a hierarchy share one.
   */
  public Table table() {
    return table;
  }

  /** The tables that hold one object, that of the root first; one unless a hierarchy is joined. */
  public List<Table> tables() {
    return lineage.tables();
  }

  /** How the classes of its hierarchy share tables; null for a class that is alone. */
  public @Nullable InheritanceStrategy inheritance() {
    return lineage.strategy();
  }

  /** The mapper of the entity that this class extends, or null. */
  public @Nullable Mapper<?> superMapper() {
    return lineage.above();
  }

  /** The topmost mapper of the hierarchy, by whose keys objects are known; itself when alone. */
  public Mapper<?> root() {
    Mapper<?> above = lineage.above();
    return above == null ? this : above.root();
  }

  /** The mappers of the entities that extend this class directly, by name. */
  public List<Mapper<?>> subMappers() {
    return subMappers;
  }

  void subMappers(List<Mapper<?>> value) {
    subMappers = List.copyOf(value);
  }

  /** This mapper and all below it, superclasses first. */
  public List<Mapper<?>> selfAndBelow() {
    List<Mapper<?>> all = new ArrayList<>();
    all.add(this);
    subMappers.forEach(sub -> all.addAll(sub.selfAndBelow()));
    return List.copyOf(all);
  }

  /** The mappers from the root down to this one. */
  public List<Mapper<?>> lineage() {
    List<Mapper<?>> all = new ArrayList<>();
    Mapper<?> above = lineage.above();
    if (above != null) {
      all.addAll(above.lineage());
    }
    all.add(this);
    return List.copyOf(all);
  }

  /** Whether objects that its rows stand for may be of other classes, those below it. */
  public boolean isPolymorphic() {
    return !subMappers.isEmpty() || isAbstract();
  }

  /** Whether its objects are made whole from their rows, and never changed. */
  public boolean isRecord() {
    return record;
  }

  /** Whether nothing can stand for an object before its row is read. */
  public boolean needsRow() {
    return record || isPolymorphic();
  }

  /** Whether the class has no objects of its own. */
  public boolean isAbstract() {
    return ClassModel.isAbstract(type);
  }

  /** What tells the classes of its hierarchy apart; null where their tables do. */
  public @Nullable Discriminator discriminator() {
    return lineage.discriminator();
  }

  /** The discriminator of its own objects, of the class of the column, or null. */
  public @Nullable Object discriminatorValue() {
    return lineage.value();
  }

  /**
   * When statements over a class read the columns that this one, which is below it, adds: as it, or
   * the nearest between the two, says; with the rows where none does.
   */
  public ColumnMoment moment(Mapper<?> over) {
    for (Mapper<?> each = this; each != null && each != over; each = each.superMapper()) {
      ColumnMoment said = each.lineage.moment();
      if (said != null) {
        return said;
      }
    }
    return ColumnMoment.WITH_ROWS;
  }

  /** The attributes in columns, in slot order: the index in the list is the slot. */
  public List<BasicProperty> basics() {
    return basics;
  }

  /** The attributes of the id in key order, at least one; contained in {@link #basics()} too. */
  public List<BasicProperty> ids() {
    return ids;
  }

  /** The attribute that counts the updates of a row, or null. */
  public @Nullable BasicProperty version() {
    return version;
  }

  /** Relationships in slot order. */
  public List<Relationship> relationships() {
    return relationships;
  }

  /** Collections of values in slot order. */
  public List<ElementCollection> elementCollections() {
    return elementCollections;
  }

  /** The relationships whose foreign keys stand in this class's own table, in slot order. */
  public List<Relationship> references() {
    return relationships.stream().filter(Relationship::isReference).toList();
  }

  /**
   * Foreign keys of this class's table that no attribute holds: those of collections with join
   * columns, whose inverse is the collection. Their slots follow those of all attributes; no field
   * stands behind them.
   */
  public List<Relationship> impliedReferences() {
    return impliedReferences;
  }

  /** The attributes in columns that the entity which it extends does not have, in slot order. */
  public List<BasicProperty> ownBasics() {
    Mapper<?> above = lineage.above();
    return above == null ? basics : basics.subList(above.basics.size(), basics.size());
  }

  /** As {@link #ownBasics()} for {@link #references()}. */
  public List<Relationship> ownReferences() {
    return references().stream().filter(one -> one.declaredBy() == type).toList();
  }

  /** The attribute of that exact name. */
  public Optional<Property> property(String name) {
    for (BasicProperty basic : basics) {
      if (basic.name().equals(name)) {
        return Optional.of(basic);
      }
    }
    return relationships.stream()
        .filter(one -> one.name().equals(name))
        .map(Property.class::cast)
        .findFirst();
  }

  /** The attribute in that column, if it is a basic one. */
  public Optional<BasicProperty> basicOf(Column column) {
    return basics.stream().filter(one -> one.column().name().equals(column.name())).findFirst();
  }

  /** The columns of the primary key of {@link #table()} in the order of {@link #ids()}. */
  public List<Column> keyColumns() {
    List<String> names =
        table.constraints(PrimaryKey.class).findFirst().map(PrimaryKey::columns).orElse(List.of());
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      columns.add(Column.of(names.get(index), ids.get(index).column().type()));
    }
    return List.copyOf(columns);
  }

  /**
   * The columns of a SELECT of whole entities: those of {@link #basics()} in slot order, as {@link
   * EntityAccess#read} wants them, then the foreign key columns of {@link #references()}.
   */
  public List<Column> selectColumns() {
    List<Column> columns = new ArrayList<>();
    basics.forEach(basic -> columns.add(basic.column()));
    references().forEach(reference -> columns.addAll(reference.localColumns()));
    return List.copyOf(columns);
  }

  /** Whether its rows come from a view, so that sessions only read them. */
  public boolean isView() {
    return view;
  }

  /**
   * False for classes marked {@code @Unmanaged} or {@code @View}: used by sessions, left out of the
   * MetaData.
   */
  public boolean managed() {
    return managed;
  }

  /**
   * The generated access to the fields.
   *
   * @throws org.aludel.error.MappingException NO_GENERATED_CODE when the annotation processor has
   *     not run over the class
   */
  public EntityAccess<E> access() {
    EntityAccess<E> known = access;
    if (known == null) {
      known = EntityAccess.of(type, annotated);
      List<String> slots = new ArrayList<>();
      basics.forEach(basic -> slots.add(basic.name()));
      known.requireSlots(withoutColumns(slots));
      access = known;
    }
    return known;
  }

  /** Relationships and collections of values by their slots, which are those of declaration. */
  private List<String> withoutColumns(List<String> slots) {
    SortedMap<Integer, String> others = new TreeMap<>();
    relationships.forEach(one -> others.put(one.slot(), one.name()));
    elementCollections.forEach(one -> others.put(one.slot(), one.name()));
    slots.addAll(others.values());
    return slots;
  }

  @Override
  public String toString() {
    return "Mapper[" + type.getName() + " -> " + table.name() + "]";
  }
}
