package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aludel.dialect.Dialect;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.CallbackFinder;
import org.aludel.orm.event.EntityEvents;
import org.aludel.orm.event.Registrations;
import org.aludel.orm.mapping.Association;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.QualifiedName;
import org.aludel.util.TopologicalSort;
import org.jspecify.annotations.Nullable;

/**
 * The models of one registry, made when they are first asked for, so that a program that uses few
 * of its classes loads no generated code of the others. Thread-safe.
 */
public final class EntityModels {
  private final Registry registry;
  private final Dialect dialect;
  private final Registrations registrations;
  private final CallbackFinder callbacks = new CallbackFinder();
  private final Map<Mapper<?>, Integer> positions = new HashMap<>();
  private volatile boolean hearing;
  private volatile boolean writeOnly;

  /** Set before anybody else sees the models. */
  private Map<Relationship, JoinCondition> conditions = Map.of();

  private final Map<Mapper<?>, EntityModel<?>> models = new ConcurrentHashMap<>();
  private final Map<QualifiedName, List<Mapper<?>>> owners = new ConcurrentHashMap<>();

  /** The models of a registry whose objects nobody but their classes listens to. */
  public EntityModels(Registry registry, Dialect dialect) {
    this(registry, dialect, Registrations.NONE);
  }

  /** As {@link #EntityModels(Registry, Dialect)} with listeners. */
  public EntityModels(Registry registry, Dialect dialect, Registrations registrations) {
    this.registrations = registrations;
    this.registry = registry;
    this.dialect = dialect;
    for (Mapper<?> mapper : parentsFirst(registry.mappers())) {
      positions.put(mapper, positions.size());
    }
  }

  public Registry registry() {
    return registry;
  }

  /** Whether anything is called at events of objects of a class that was used. */
  public boolean hearsEvents() {
    return hearing;
  }

  /** Whether a class that was used has collections that are never loaded. */
  boolean hasWriteOnly() {
    return writeOnly;
  }

  /** Keeps what relationships by a condition say, before anybody else uses the models. */
  public void conditions(Map<Relationship, JoinCondition> found) {
    conditions = Map.copyOf(found);
  }

  /** When rows of both ends belong together; null where no condition says it. */
  public @Nullable JoinCondition condition(Relationship relationship) {
    return relationship.isByCondition() ? conditions.get(relationship) : null;
  }

  /** The model of a mapper of this registry. */
  @SuppressWarnings("unchecked") // the entry of a mapper of E is a model of E
  public <E> EntityModel<E> of(Mapper<E> mapper) {
    EntityModel<?> known = models.get(mapper);
    if (known == null) {
      Mapper<?> root = mapper.root();
      EntityModel<E> made =
          new EntityModel<>(
              mapper, dialect, positions.getOrDefault(mapper, 0), root == mapper ? null : of(root));
      EntityEvents events =
          EntityEvents.of(mapper.type(), mapper.annotated(), callbacks, registrations);
      made.events(events);
      if (events != null) {
        hearing = true;
      }
      if (!made.writeOnlySlots().isEmpty()) {
        writeOnly = true;
      }
      known = models.putIfAbsent(mapper, made);
      return known == null ? made : (EntityModel<E>) known;
    }
    return (EntityModel<E>) known;
  }

  /**
   * The model of an entity class or of its lazy subclass.
   *
   * @throws org.aludel.error.MappingException NOT_MAPPED, or NO_GENERATED_CODE
   */
  public <E> EntityModel<E> of(Class<E> type) {
    return of(registry.mapper(type));
  }

  /**
   * The model of an object's class.
   *
   * @throws UsageException with {@code NULL} for null, which code without null checks may give
   */
  public <E> EntityModel<E> ofEntity(E entity) {
    if (entity == null) {
      throw new UsageException(
          Problem.of(SessionCode.NULL, "cannot use null as an object of a session")
              .expected("an object of a mapped class"));
    }
    return of(registry.mapperOf(entity));
  }

  /** The models of the classes whose objects lie in a table, at least in part. */
  public List<EntityModel<?>> ofTable(QualifiedName table) {
    List<EntityModel<?>> found = new ArrayList<>();
    for (Mapper<?> mapper : registry.mappers()) {
      if (Stream.concat(
              mapper.tables().stream(),
              mapper.elementCollections().stream().map(ElementCollection::table))
          .anyMatch(one -> one.name().equals(table))) {
        found.add(of(mapper));
      }
    }
    return found;
  }

  /**
   * The models in use of the classes with a collection whose elements, or pairs, lie in a table.
   */
  public List<EntityModel<?>> ownersOf(QualifiedName table) {
    List<EntityModel<?>> found = new ArrayList<>();
    for (Mapper<?> mapper : owners.computeIfAbsent(table, this::ownerClasses)) {
      EntityModel<?> known = models.get(mapper);
      if (known != null) {
        found.add(known);
      }
    }
    return found;
  }

  /** The mappers of classes whose pairs with others lie in a table. */
  public List<Mapper<?>> pairedBy(QualifiedName table) {
    return registry.mappers().stream()
        .filter(
            mapper ->
                mapper.relationships().stream()
                    .map(Relationship::association)
                    .anyMatch(one -> one != null && one.table().name().equals(table)))
        .<Mapper<?>>map(mapper -> mapper)
        .toList();
  }

  private List<Mapper<?>> ownerClasses(QualifiedName table) {
    return registry.mappers().stream()
        .filter(mapper -> mapper.relationships().stream().anyMatch(one -> fills(one, table)))
        .<Mapper<?>>map(mapper -> mapper)
        .toList();
  }

  private static boolean fills(Relationship collection, QualifiedName table) {
    Association association = collection.association();
    return (collection.isCollection() || collection.isInverseReference())
        && (collection.target().tables().stream().anyMatch(one -> one.name().equals(table))
            || (association != null && association.table().name().equals(table)));
  }

  /** Mappers such that rows they refer to come first; those on a cycle stand last, by name. */
  private static List<Mapper<?>> parentsFirst(Collection<Mapper<?>> mappers) {
    TopologicalSort<Mapper<?>> sort =
        TopologicalSort.of(mappers, mapper -> referredTo(mapper, mappers));
    List<Mapper<?>> all = new ArrayList<>(sort.sorted());
    all.addAll(sort.cyclic());
    return all;
  }

  private static Set<Mapper<?>> referredTo(Mapper<?> mapper, Collection<Mapper<?>> mappers) {
    Set<Mapper<?>> targets = new LinkedHashSet<>();
    for (Relationship reference : mapper.references()) {
      targets.addAll(reference.target().selfAndBelow());
    }
    for (Relationship reference : mapper.impliedReferences()) {
      targets.addAll(reference.target().selfAndBelow());
    }
    Set<QualifiedName> tables = new LinkedHashSet<>();
    mapper.tables().forEach(table -> table.foreignKeys().forEach(key -> tables.add(key.target())));
    for (Mapper<?> other : mappers) {
      if (tables.contains(other.table().name())) {
        targets.addAll(other.selfAndBelow());
      }
    }
    // Rows of one hierarchy wait for each other one by one; as classes they would all be a circle.
    targets.removeIf(other -> other != mapper && other.root() == mapper.root());
    return targets;
  }
}
