package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;

/**
 * Finds other privileges on what both sides have. Those of what comes or goes belong to that, and
 * are added when the operations are completed.
 */
final class PrivilegeComparator {
  private PrivilegeComparator() {}

  static List<Operation> compare(MetaData database, MetaData model) {
    Map<ObjectReference, List<Grant>> before = byObject(database);
    Map<ObjectReference, List<Grant>> after = byObject(model);
    TreeSet<ObjectReference> objects = new TreeSet<>(before.keySet());
    objects.addAll(after.keySet());
    ReferencedObjects found = new ReferencedObjects(database, model);
    ReferencedObjects wanted = new ReferencedObjects(model, database);
    List<Operation> changes = new ArrayList<>();
    for (ObjectReference on : objects) {
      List<Grant> from = before.getOrDefault(on, List.of());
      List<Grant> to = after.getOrDefault(on, List.of());
      if (!from.equals(to) && found.contains(on) && wanted.contains(on)) {
        changes.add(new PrivilegeOperation.Change(on, from, to));
      }
    }
    return changes;
  }

  private static Map<ObjectReference, List<Grant>> byObject(MetaData side) {
    return side.grants().stream()
        .collect(Collectors.groupingBy(Grant::on, TreeMap::new, Collectors.toList()));
  }
}
