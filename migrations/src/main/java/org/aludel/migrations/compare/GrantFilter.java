package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
        change.taken().stream().flatMap(each -> strange(each, ownership).stream()).toList();
    if (strange.isEmpty()) {
      remaining.add(change);
      return;
    }
    unmanaged.add(new PrivilegeOperation.Change(change.on(), strange, List.of()));
    List<Grant> wanted = merged(change.to(), strange);
    if (!wanted.equals(change.from())) {
      remaining.add(new PrivilegeOperation.Change(change.on(), change.from(), wanted));
    }
  }

  /** The privileges of a grant that our revisions did not give. */
  private static Optional<Grant> strange(Grant grant, Ownership ownership) {
    SortedSet<String> privileges = new TreeSet<>(grant.privileges());
    privileges.removeIf(each -> ownership.gave(with(grant, new TreeSet<>(Set.of(each)))));
    return privileges.isEmpty() ? Optional.empty() : Optional.of(with(grant, privileges));
  }

  private static Grant with(Grant grant, SortedSet<String> privileges) {
    return new Grant(grant.on(), grant.grantee(), grant.action(), privileges);
  }

  /** One grant a grantee and action, as the inspector reads them. */
  private static List<Grant> merged(List<Grant> grants, List<Grant> more) {
    List<Grant> merged = new ArrayList<>(grants);
    for (Grant each : more) {
      SortedSet<String> privileges = new TreeSet<>(each.privileges());
      for (Grant other : List.copyOf(merged)) {
        if (other.grantee().equals(each.grantee()) && other.action() == each.action()) {
          privileges.addAll(other.privileges());
          merged.remove(other);
        }
      }
      merged.add(with(each, privileges));
    }
    return merged.stream().sorted().toList();
  }
}
