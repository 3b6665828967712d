package org.aludel.ddl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.util.TopologicalSort;
import org.jspecify.annotations.Nullable;

/**
 * The steps that create a {@link MetaData}, each behind those that it needs. Constraints, defaults
 * and checks stand in CREATE TABLE and CREATE DOMAIN until that closes a cycle; then they become
 * steps of their own.
 */
final class CreationGraph {
  /** Kinds that a column, trigger or other part may belong to. */
  private static final List<ObjectKind> OWNERS =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.DOMAIN);

  private final Map<ObjectReference, CreationStep> producers = new HashMap<>();
  private final List<CreationStep> steps;

  private CreationGraph(List<CreationStep> steps) {
    this.steps = steps;
    for (CreationStep step : steps) {
      ObjectReference produced = step.produced();
      if (produced != null) {
        producers.put(produced, step);
      }
    }
  }

  /**
   * The steps in an order that works.
   *
   * @throws SchemaException INVALID_OBJECT for objects that need each other in a way that cannot be
   *     split
   */
  static List<CreationStep> sorted(MetaData metaData) {
    CreationSteps source = new CreationSteps(metaData);
    Set<ObjectReference> late = new LinkedHashSet<>();
    while (true) {
      CreationGraph graph = new CreationGraph(source.steps(late));
      TopologicalSort<CreationStep> sort = TopologicalSort.of(graph.steps, graph::dependencies);
      if (sort.cyclic().isEmpty()) {
        return sort.sorted();
      }
      Set<CreationStep> core = graph.core(sort.cyclic());
      if (!late.addAll(graph.closing(core, source.parts(late)))) {
        throw unordered(core);
      }
    }
  }

  /** What neither an order nor the reversed order can place lies on a cycle or between two. */
  private Set<CreationStep> core(List<CreationStep> rest) {
    Map<CreationStep, Set<CreationStep>> dependants = new LinkedHashMap<>();
    for (CreationStep step : rest) {
      for (CreationStep needed : dependencies(step)) {
        dependants.computeIfAbsent(needed, key -> new LinkedHashSet<>()).add(step);
      }
    }
    return new HashSet<>(
        TopologicalSort.of(rest, step -> dependants.getOrDefault(step, Set.of())).cyclic());
  }

  /** The parts of steps of the core that need another step of it. */
  private Set<ObjectReference> closing(
      Set<CreationStep> core, Map<ObjectReference, Set<ObjectReference>> parts) {
    Set<ObjectReference> closing = new LinkedHashSet<>();
    parts.forEach(
        (part, needed) -> {
          CreationStep owner = resolve(part);
          if (core.contains(owner)
              && needed.stream()
                  .map(this::resolve)
                  .anyMatch(one -> one != owner && core.contains(one))) {
            closing.add(part);
          }
        });
    return closing;
  }

  private Collection<CreationStep> dependencies(CreationStep step) {
    return step.needs().stream()
        .map(this::resolve)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The step that creates the object, or what it is a part of; null when nothing here does. */
  private @Nullable CreationStep resolve(ObjectReference reference) {
    CreationStep own = producers.get(reference);
    return own != null || !reference.kind().isPart() ? own : owner(reference.name());
  }

  private @Nullable CreationStep owner(QualifiedName name) {
    for (ObjectKind kind : OWNERS) {
      CreationStep step = producers.get(ObjectReference.of(kind, name));
      if (step != null) {
        return step;
      }
    }
    return null;
  }

  private static SchemaException unordered(Set<CreationStep> core) {
    List<String> names = new ArrayList<>();
    core.stream()
        .map(CreationStep::produced)
        .filter(Objects::nonNull)
        .sorted()
        .forEach(one -> names.add(String.valueOf(one)));
    return new SchemaException(
        Problem.of(SchemaCode.INVALID_OBJECT, "cannot order the creation of all objects")
            .found("objects that need each other: " + String.join(", ", names))
            .expected("one of them that can be created first")
            .fix("create one in a simpler form and replace it by hand when the others exist"));
  }
}
