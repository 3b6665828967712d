package org.aludel.migrations.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.ObjectReference;

/**
 * Objects that get another name, to which more happens under it: what changes or goes does so after
 * the rename, although what goes usually makes way for what comes.
 *
 * @param dropped those that are made anew, by the new names
 */
record RenamedTypes(Set<ObjectReference> dropped) {
  static RenamedTypes of(List<Operation> operations) {
    Set<ObjectReference> renamed = new HashSet<>();
    Set<ObjectReference> dropped = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof ObjectOperation.Rename rename) {
        renamed.add(rename.to());
      } else if (operation instanceof ObjectOperation.Drop drop) {
        dropped.add(drop.object().reference());
      }
    }
    dropped.retainAll(renamed);
    return new RenamedTypes(dropped);
  }

  /** Adds to a footprint what follows from renames. */
  void added(Operation operation, Footprint footprint) {
    if (operation instanceof ObjectOperation.Rename rename && dropped.contains(rename.to())) {
      footprint.creates().remove(Resource.of(rename.to()));
      footprint.takes().removeIf(each -> each.object().equals(rename.to().name()));
    } else if (operation instanceof ObjectOperation.Drop drop
        && dropped.contains(drop.object().reference())) {
      footprint.uses(Resource.RENAMED);
    }
  }
}
