package org.aludel.orm.mapping;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.instrument.LazyInstance;
import org.aludel.instrument.MappingClass;
import org.aludel.schema.MetaData;
import org.aludel.util.Suggestion;

/**
 * The immutable catalogue of a set of mapped classes and their schema. Thread-safe; build it once
 * and share it.
 */
public final class Registry {
  private final Map<Class<?>, Mapper<?>> mappers;
  private final MetaData metaData;

  Registry(Map<Class<?>, Mapper<?>> mappers, MetaData metaData) {
    this.mappers = Collections.unmodifiableMap(new LinkedHashMap<>(mappers));
    this.metaData = metaData;
  }

  /**
   * The catalogue of the entities below a declarative base, found by the indexes that the
   * annotation processor wrote into each part of the class path.
   *
   * @throws MappingException NOT_MAPPED when there are none, else as {@link RegistryBuilder#build}
   */
  public static Registry of(Class<?> base) {
    return builder().add(Discovery.below(base)).build();
  }

  /**
   * The catalogue of the entities that a class loader sees: those of the indexes, or where there is
   * no index those found by looking into the packages.
   *
   * @param packages names of packages, their sub-packages included; empty for no limit, which needs
   *     an index
   * @throws MappingException NOT_MAPPED when there are none, else as {@link RegistryBuilder#build}
   */
  public static Registry discover(ClassLoader loader, Collection<String> packages) {
    return builder().add(Discovery.inPackages(loader, packages)).build();
  }

  /** A catalogue of classes that are named one by one. */
  public static RegistryBuilder builder() {
    return new RegistryBuilder();
  }

  /** All mappers, ordered by the name of the class. */
  public Collection<Mapper<?>> mappers() {
    return mappers.values();
  }

  /** Whether a class, or the entity class of a lazy subclass, is mapped here. */
  public boolean contains(Class<?> type) {
    return mappers.containsKey(entityClass(type));
  }

  /**
   * The mapper of an entity class or of its lazy subclass.
   *
   * @throws MappingException NOT_MAPPED
   */
  public <E> Mapper<E> mapper(Class<E> type) {
    Mapper<?> mapper = mappers.get(entityClass(type));
    if (mapper == null) {
      throw notMapped(type);
    }
    @SuppressWarnings("unchecked") // the map's key is the mapper's type, or its superclass
    Mapper<E> typed = (Mapper<E>) mapper;
    return typed;
  }

  /** The mapper of an object's class; see {@link #mapper(Class)}. */
  @SuppressWarnings("unchecked") // getClass() of an E is a Class of E or of a subclass
  public <E> Mapper<E> mapperOf(E entity) {
    return (Mapper<E>) mapper(entity.getClass());
  }

  /** The schema of all managed classes, and what {@code @RenamedFrom} says of it. */
  public MetaData metaData() {
    return metaData;
  }

  private static Class<?> entityClass(Class<?> type) {
    return LazyInstance.class.isAssignableFrom(type) ? type.getSuperclass() : type;
  }

  private MappingException notMapped(Class<?> type) {
    Class<?> mapped = MappingClass.mapped(type);
    if (mapped != type) {
      return new MappingException(
          Problem.of(MappingCode.NOT_MAPPED, "cannot find the mapper of \"" + type.getName() + "\"")
              .found("a mapping class, which has no objects")
              .expected("the class that it maps")
              .fix("ask for \"" + mapped.getName() + "\""));
    }
    var names = mappers.keySet().stream().map(Class::getName).toList();
    return new MappingException(
        Problem.of(MappingCode.NOT_MAPPED, "cannot find the mapper of \"" + type.getName() + "\"")
            .found(
                "a registry of "
                    + names.size()
                    + " classes"
                    + Suggestion.phrase(type.getName(), names))
            .fix("annotate the class with @Entity, or add it to the registry it belongs to"));
  }
}
