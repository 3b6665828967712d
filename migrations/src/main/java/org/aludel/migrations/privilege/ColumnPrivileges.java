package org.aludel.migrations.privilege;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.schema.Grant;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;

/**
 * Privileges on columns of a relation whose own privileges change. To revoke a privilege on the
 * relation revokes it on each column as well, so what a grantee loses there, on either way, is
 * taken from the columns before and given to them after. Source: PostgreSQL 18, REVOKE.
 */
public final class ColumnPrivileges {
  private final List<Operation> operations;
  private final Map<ObjectReference, List<Grant>> held;
  private final Map<ObjectReference, PrivilegeOperation.Change> changes = new TreeMap<>();

  private ColumnPrivileges(List<Operation> operations, Map<ObjectReference, List<Grant>> held) {
    this.operations = operations;
    this.held = held;
    for (Operation operation : operations) {
      if (operation instanceof PrivilegeOperation.Change change) {
        changes.put(change.on(), change);
      }
    }
  }

  /**
   * The same operations, and a change of a relation's privileges between those of its columns, in
   * the order in which they run.
   *
   * @param held the privileges on all that is there before and after
   */
  public static List<Operation> complete(
      List<Operation> operations, Map<ObjectReference, List<Grant>> held) {
    return new ColumnPrivileges(operations, held).completed();
  }

  private List<Operation> completed() {
    Map<ObjectReference, List<PrivilegeOperation.Change>> around = new TreeMap<>();
    Set<ObjectReference> replaced = new HashSet<>();
    for (PrivilegeOperation.Change relation : changes.values()) {
      if (isRelation(relation.on().kind())) {
        List<PrivilegeOperation.Change> columns = concerned(relation);
        around.put(relation.on(), columns);
        columns.forEach(each -> replaced.add(each.on()));
      }
    }
    List<Operation> completed = new ArrayList<>();
    for (Operation operation : operations) {
      if (!(operation instanceof PrivilegeOperation.Change change)) {
        completed.add(operation);
      } else if (!replaced.contains(change.on())) {
        List<PrivilegeOperation.Change> columns = around.getOrDefault(change.on(), List.of());
        columns.forEach(each -> addIfOther(completed, each.on(), each.from(), left(each, change)));
        completed.add(change);
        columns.forEach(each -> addIfOther(completed, each.on(), left(each, change), each.to()));
      }
    }
    return completed;
  }

  /** What becomes of the columns that a revocation on the relation would reach. */
  private List<PrivilegeOperation.Change> concerned(PrivilegeOperation.Change relation) {
    Map<ObjectReference, PrivilegeOperation.Change> columns = new TreeMap<>();
    held.forEach(
        (on, grants) -> columns.put(on, new PrivilegeOperation.Change(on, grants, grants)));
    columns.putAll(changes);
    Map<Grant.Grantee, Set<String>> lost = lost(relation);
    return columns.values().stream()
        .filter(each -> each.on().kind() == ObjectKind.COLUMN)
        .filter(each -> each.on().isPartOf(relation.on().name()))
        .filter(
            each ->
                !without(each.from(), lost).equals(each.from())
                    || !without(each.to(), lost).equals(each.to()))
        .toList();
  }

  /** What the columns have while the relation's privileges change. */
  private static List<Grant> left(
      PrivilegeOperation.Change column, PrivilegeOperation.Change relation) {
    List<Grant> common = column.from().stream().filter(column.to()::contains).toList();
    return without(common, lost(relation));
  }

  private static Map<Grant.Grantee, Set<String>> lost(PrivilegeOperation.Change relation) {
    Map<Grant.Grantee, Set<String>> lost = new HashMap<>();
    Stream.concat(relation.steps().stream(), relation.inverse().steps().stream())
        .filter(each -> each.action() == Grant.Action.REVOKE)
        .forEach(
            each ->
                lost.computeIfAbsent(each.grantee(), grantee -> new HashSet<>())
                    .addAll(each.privileges()));
    return lost;
  }

  private static List<Grant> without(List<Grant> grants, Map<Grant.Grantee, Set<String>> lost) {
    List<Grant> rest = new ArrayList<>();
    for (Grant grant : grants) {
      SortedSet<String> left = new TreeSet<>(grant.privileges());
      left.removeAll(lost.getOrDefault(grant.grantee(), Set.of()));
      if (!left.isEmpty()) {
        rest.add(new Grant(grant.on(), grant.grantee(), grant.action(), left));
      }
    }
    return rest;
  }

  private static void addIfOther(
      List<Operation> operations, ObjectReference on, List<Grant> from, List<Grant> to) {
    if (!from.equals(to)) {
      operations.add(new PrivilegeOperation.Change(on, from, to));
    }
  }

  private static boolean isRelation(ObjectKind kind) {
    return kind == ObjectKind.TABLE
        || kind == ObjectKind.VIEW
        || kind == ObjectKind.MATERIALIZED_VIEW;
  }
}
