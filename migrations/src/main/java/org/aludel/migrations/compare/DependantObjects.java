package org.aludel.migrations.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;
import org.aludel.util.TopologicalSort;

/** The objects of a database that stand on others, as the server recorded it. */
final class DependantObjects {
  private DependantObjects() {}

  /** All that stands on one of the roots, however far away; each behind those that it needs. */
  static List<SchemaObject> of(MetaData database, Set<ObjectReference> roots) {
    Map<ObjectReference, Set<ObjectReference>> dependants = dependants(database);
    Map<ObjectReference, SchemaObject> objects = new HashMap<>();
    database.objects().forEach(each -> objects.put(each.reference(), each));
    Map<ObjectReference, SchemaObject> found = new TreeMap<>();
    Deque<ObjectReference> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      for (ObjectReference each : dependants.getOrDefault(open.remove(), Set.of())) {
        SchemaObject object = objects.get(each);
        if (object != null && found.putIfAbsent(each, object) == null) {
          open.add(each);
          if (object instanceof View view) {
            view.columns()
                .forEach(column -> open.add(ObjectReference.column(view.name(), column.name())));
          }
        }
      }
    }
    TopologicalSort<ObjectReference> sort =
        TopologicalSort.of(List.copyOf(found.keySet()), each -> needs(database, each, found));
    return sort.sorted().stream().map(found::get).map(Objects::requireNonNull).toList();
  }

  private static Map<ObjectReference, Set<ObjectReference>> dependants(MetaData database) {
    Map<ObjectReference, Set<ObjectReference>> dependants = new HashMap<>();
    database
        .dependencies()
        .forEach(
            (object, needed) ->
                needed.forEach(
                    each -> dependants.computeIfAbsent(each, key -> new TreeSet<>()).add(object)));
    for (SchemaObject object : database.objects()) {
      if (object.reference().kind().isPart()) {
        relations(object.reference())
            .forEach(
                each ->
                    dependants
                        .computeIfAbsent(each, key -> new TreeSet<>())
                        .add(object.reference()));
      }
    }
    return dependants;
  }

  /** A column stands for its view, a part needs its relation. */
  private static Set<ObjectReference> needs(
      MetaData database, ObjectReference object, Map<ObjectReference, SchemaObject> among) {
    Set<ObjectReference> needed = new TreeSet<>();
    for (ObjectReference each : database.dependencies().getOrDefault(object, Set.of())) {
      needed.add(each);
      if (each.kind() == ObjectKind.COLUMN) {
        needed.addAll(relations(each));
      }
    }
    if (object.kind().isPart()) {
      needed.addAll(relations(object));
    }
    needed.retainAll(among.keySet());
    needed.remove(object);
    return needed;
  }

  private static List<ObjectReference> relations(ObjectReference part) {
    return List.of(
        ObjectReference.of(ObjectKind.VIEW, part.name()),
        ObjectReference.of(ObjectKind.MATERIALIZED_VIEW, part.name()));
  }
}
