package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.privilege.ColumnPrivileges;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;

/**
 * Adds the privileges on what comes and goes: the server forgets those of what is dropped, and
 * whatever is created gets those that the model has, and what is created again those that it had
 * where nothing else is said.
 */
final class PrivilegeCompletion {
  private PrivilegeCompletion() {}

  static List<Operation> complete(List<Operation> operations, MetaData before, MetaData after) {
    Set<ObjectReference> created = new HashSet<>();
    Set<ObjectReference> dropped = new HashSet<>();
    for (Operation operation : operations) {
      Extent extent = Extent.of(operation);
      created.addAll(extent.creates());
      dropped.addAll(extent.drops());
    }
    Map<ObjectReference, List<Grant>> held = byObject(before);
    Map<ObjectReference, List<Grant>> wanted = byObject(after);
    dropped.stream()
        .filter(each -> !created.contains(each) || compared(before, each))
        .forEach(each -> wanted.put(each, held.getOrDefault(each, List.of())));
    List<Operation> complete = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof PrivilegeOperation.Change change && dropped.contains(change.on())) {
        wanted.put(change.on(), change.to());
      } else {
        complete.add(operation);
      }
    }
    new TreeSet<>(dropped)
        .forEach(
            on -> {
              if (held.containsKey(on)) {
                complete.add(new PrivilegeOperation.Lapse(on, held.getOrDefault(on, List.of())));
              }
            });
    new TreeSet<>(created)
        .forEach(
            on -> {
              List<Grant> grants = wanted.getOrDefault(on, List.of());
              if (!grants.isEmpty()) {
                complete.add(new PrivilegeOperation.Give(on, grants));
              }
            });
    held.keySet().removeAll(dropped);
    return ColumnPrivileges.complete(complete, held);
  }

  /** What made way for a rename is in none of the two and was not compared. */
  private static boolean compared(MetaData before, ObjectReference reference) {
    return switch (reference.kind()) {
      case TABLE, COLUMN, SEQUENCE, ENUM, CONSTRAINT, INDEX -> true;
      default -> before.object(reference).isPresent();
    };
  }

  private static Map<ObjectReference, List<Grant>> byObject(MetaData side) {
    return side.grants().stream()
        .collect(Collectors.groupingBy(Grant::on, TreeMap::new, Collectors.toList()));
  }
}
