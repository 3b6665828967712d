package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.schema.Grant;

/**
 * Decides about privileges that the database has and the model does not: those that our revisions
 * gave are taken back, others are somebody's work and stay.
 */
record GrantFilter(List<Operation> remaining, List<Operation> unmanaged) {

  static GrantFilter of(List<Operation> operations, Ownership ownership) {
    List<Operation> remaining = new ArrayList<>();
    List<Operation> unmanaged = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof PrivilegeOperation.Change change) {
        split(change, ownership, remaining, unmanaged);
      } else {
        remaining.add(operation);
      }
    }
    return new GrantFilter(remaining, unmanaged);
  }

  private static void split(
      PrivilegeOperation.Change change,
      Ownership ownership,
      List<Operation> remaining,
      List<Operation> unmanaged) {
    List<Grant> strange =
        change.from().stream()
            .filter(each -> !change.to().contains(each) && !ownership.gave(each))
            .toList();
    if (strange.isEmpty()) {
      remaining.add(change);
      return;
    }
    unmanaged.add(new PrivilegeOperation.Change(change.on(), strange, List.of()));
    List<Grant> wanted = new ArrayList<>(change.to());
    wanted.addAll(strange);
    wanted.sort(null);
    if (!wanted.equals(change.from())) {
      remaining.add(new PrivilegeOperation.Change(change.on(), change.from(), wanted));
    }
  }
}
