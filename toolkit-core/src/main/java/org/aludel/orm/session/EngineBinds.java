package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.IdSequence;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.QualifiedName;

/** Which engine has the rows of which hierarchy. Immutable. */
final class EngineBinds {
  /** The one that has what no other has. */
  static final int DEFAULT = 0;

  private final List<Engine> engines = new ArrayList<>();
  private final Map<Class<?>, Integer> byRoot = new HashMap<>();

  /**
   * Binds.
   *
   * @param told further engines, in order, with the classes at the roots of their hierarchies
   * @throws UsageException with {@code SEVERAL_ENGINES} for what cannot be bound
   */
  EngineBinds(Engine engine, Registry registry, Map<Engine, List<Class<?>>> told) {
    engines.add(engine);
    Map<Class<?>, Integer> bases = new LinkedHashMap<>();
    told.forEach((another, types) -> bind(registry, add(another), types, bases));
    bases.forEach((base, index) -> bindBelow(registry, base, index, bases));
    if (isSeveral()) {
      registry.mappers().stream()
          .flatMap(mapper -> mapper.relationships().stream())
          .forEach(this::check);
      checkSequences(registry);
    }
  }

  /** Ids that were taken from a sequence are kept by its name. */
  private void checkSequences(Registry registry) {
    Map<QualifiedName, Mapper<?>> takers = new HashMap<>();
    for (Mapper<?> mapper : registry.mappers()) {
      for (BasicProperty id : mapper.ids()) {
        IdSequence sequence = id.sequence();
        Mapper<?> other = sequence == null ? null : takers.putIfAbsent(sequence.name(), mapper);
        if (sequence != null && other != null && of(other) != of(mapper)) {
          throw new UsageException(
              Problem.of(
                      SessionCode.SEVERAL_ENGINES,
                      "cannot bind \"" + mapper.type().getSimpleName() + "\" to an engine")
                  .found(
                      "the sequence \""
                          + sequence.name()
                          + "\", from which \""
                          + other.type().getSimpleName()
                          + "\" takes its ids in another engine")
                  .expected("a sequence of its own name in each engine")
                  .fix("@SequenceGenerator(sequenceName = …) on one of them"));
        }
      }
    }
  }

  private int add(Engine another) {
    String dialect = engines.get(DEFAULT).dialect().name();
    if (!another.dialect().name().equals(dialect)) {
      throw new UsageException(
          Problem.of(SessionCode.SEVERAL_ENGINES, "cannot bind classes to another engine")
              .found("an engine of the dialect " + another.dialect().name())
              .expected(dialect + ", the dialect of the default engine")
              .fix("give databases of another dialect a factory of their own"));
    }
    int index = engines.indexOf(another);
    if (index < 0) {
      index = engines.size();
      engines.add(another);
    }
    return index;
  }

  private void bind(
      Registry registry, int engine, List<Class<?>> types, Map<Class<?>, Integer> bases) {
    for (Class<?> type : types) {
      if (roots(registry).anyMatch(root -> root == type)) {
        byRoot.put(type, engine);
      } else {
        bases.put(type, engine);
      }
    }
  }

  /** A class that is named itself, or by a nearer base, goes where that says. */
  private void bindBelow(
      Registry registry, Class<?> base, int engine, Map<Class<?>, Integer> bases) {
    List<Class<?>> below = roots(registry).filter(base::isAssignableFrom).toList();
    if (below.isEmpty()) {
      throw new UsageException(
          Problem.of(
                  SessionCode.SEVERAL_ENGINES,
                  "cannot bind \"" + base.getSimpleName() + "\" to an engine")
              .found("a class that is not mapped, or extends another entity")
              .expected(
                  "an entity at the root of its hierarchy, which is bound as a whole, or a class"
                      + " or an interface above such entities"));
    }
    for (Class<?> root : below) {
      boolean nearer =
          bases.keySet().stream()
              .anyMatch(
                  other ->
                      other != base
                          && base.isAssignableFrom(other)
                          && other.isAssignableFrom(root));
      if (!nearer) {
        byRoot.putIfAbsent(root, engine);
      }
    }
  }

  private static Stream<Class<?>> roots(Registry registry) {
    return registry.mappers().stream().filter(mapper -> mapper.root() == mapper).map(Mapper::type);
  }

  private void check(Relationship relationship) {
    boolean joined = relationship.load() == LoadStrategy.JOINED;
    boolean between = relationship.association() != null;
    boolean paired = relationship.isPaired();
    if ((joined || paired) && of(relationship.owner()) != of(relationship.target())) {
      throw new UsageException(
          Problem.of(
                  SessionCode.SEVERAL_ENGINES, "cannot map \"" + relationship + "\" across engines")
              .found(
                  between
                      ? "a table between, which is joined"
                      : paired ? "a condition over the rows of both" : "loading by a join")
              .fix(
                  between
                      ? "bind both classes to one engine, or map the table between as an entity"
                      : paired
                          ? "bind both classes to one engine"
                          : "load it lazily or by SELECT_IN"));
    }
  }

  boolean isSeveral() {
    return engines.size() > 1;
  }

  /** The default first, then as declared. */
  List<Engine> engines() {
    return engines;
  }

  /** The number of the engine that has the rows of a class. */
  int of(Mapper<?> mapper) {
    return byRoot.isEmpty() ? DEFAULT : byRoot.getOrDefault(mapper.root().type(), DEFAULT);
  }
}
