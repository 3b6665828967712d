package org.aludel.migrations.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;
import org.aludel.util.TopologicalSort;

/**
 * The order in which operations run. Each stands behind what it needs; where nothing is needed,
 * creates come early and drops late, then names decide. The inverses in reverse order run as well,
 * since no operation has an effect that it does not name. Nothing recurses; the same input gives
 * the same order.
 */
public final class OperationOrder {
  private OperationOrder() {}

  /**
   * Completes and sorts what a comparison found: around a change of a column, what the database
   * would refuse to carry over is dropped before and created after; foreign keys of tables that
   * need each other, and constraints that are not validated, become steps of their own; where a
   * sequence cannot pass from one owner to the next, it has none in between.
   *
   * @param before the database after the renames among the operations
   * @param after the model
   * @throws RevisionException MIG-CANNOT-ORDER when operations need each other in a circle
   */
  public static List<Operation> sort(List<Operation> operations, MetaData before, MetaData after) {
    Set<ObjectReference> inTheWay = new TreeSet<>();
    Sorted sorted = sorted(operations, before, after, inTheWay);
    while (!sorted.cyclic().isEmpty() && inTheWay.addAll(replaced(sorted.cyclic()))) {
      sorted = sorted(operations, before, after, inTheWay);
    }
    if (!sorted.cyclic().isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.CANNOT_ORDER,
                  "cannot order the operations: they need each other in a circle")
              .found(String.join("\n", sorted.cyclic().stream().map(Operation::describe).toList()))
              .expected("steps of which each needs only earlier ones")
              .fix("make the change in two revisions: take part of it out of the model first"));
    }
    return RoutineBodies.unchecked(sorted.operations());
  }

  /** Views in a circle that are replaced: dropped before and created after, they are in no way. */
  private static List<ObjectReference> replaced(List<Operation> cyclic) {
    return cyclic.stream()
        .filter(ObjectOperation.Replace.class::isInstance)
        .map(each -> ((ObjectOperation.Replace) each).to())
        .filter(View.class::isInstance)
        .map(SchemaObject::reference)
        .toList();
  }

  /**
   * @param inTheWay views that are dropped and created, although they could be replaced
   */
  private static Sorted sorted(
      List<Operation> operations, MetaData before, MetaData after, Set<ObjectReference> inTheWay) {
    Footprints known = new Footprints(new KnownNames(before, after));
    List<Operation> complete =
        PrivilegeCompletion.complete(
            LateOptions.split(
                LateConstraints.apart(completed(operations, before, after, inTheWay)),
                before,
                after),
            before,
            after);
    RecordedNeeds needs = new RecordedNeeds(before, after, RenamedTypes.of(complete));
    Sorted sorted = sorted(complete, known, needs);
    return sorted.cyclic().isEmpty()
        ? sorted
        : sorted(split(complete, sorted.cyclic()), known, needs);
  }

  /** In steps of their own, what need not be done at once. */
  private static List<Operation> split(List<Operation> complete, List<Operation> cyclic) {
    return RoutineCircles.split(
        OwnerMoves.split(ForeignKeyCycles.split(complete, cyclic), cyclic), cyclic);
  }

  /** Each of the two may find what the other has to carry on. */
  private static List<Operation> completed(
      List<Operation> operations, MetaData before, MetaData after, Set<ObjectReference> inTheWay) {
    List<Operation> complete = PartitionIndexes.complete(operations, before, after);
    List<Operation> previous;
    do {
      previous = complete;
      complete =
          Recreation.complete(
              Dependents.complete(complete, before, after), before, after, inTheWay);
    } while (!complete.equals(previous));
    return complete;
  }

  private static Sorted sorted(
      List<Operation> operations, Footprints footprints, RecordedNeeds needs) {
    Set<QualifiedName> leaving =
        operations.stream()
            .filter(TableOperation.Drop.class::isInstance)
            .map(each -> ((TableOperation.Drop) each).table().name())
            .collect(Collectors.toSet());
    List<Operation> ranked = new ArrayList<>(operations);
    ranked.sort(Comparator.comparing(each -> Rank.of(each, leaving)));
    RebuildFootprints rebuilds = new RebuildFootprints(ranked, footprints);
    List<Set<Integer>> dependencies =
        Precedence.of(
            ranked.stream().map(each -> rebuilds.apart(each, needs.of(each, footprints))).toList());
    TopologicalSort<Integer> sort =
        TopologicalSort.of(IntStream.range(0, ranked.size()).boxed().toList(), dependencies::get);
    return new Sorted(
        sort.sorted().stream().map(ranked::get).toList(),
        inCircles(sort.cyclic(), dependencies).stream().map(ranked::get).toList());
  }

  /** Those that are stuck without what is stuck only because it stands behind them. */
  private static List<Integer> inCircles(List<Integer> stuck, List<Set<Integer>> dependencies) {
    TreeSet<Integer> remaining = new TreeSet<>(stuck);
    int[] dependants = new int[dependencies.size()];
    for (int each : stuck) {
      dependencies.get(each).stream().filter(remaining::contains).forEach(at -> dependants[at]++);
    }
    ArrayDeque<Integer> free = new ArrayDeque<>();
    stuck.stream().filter(each -> dependants[each] == 0).forEach(free::add);
    while (!free.isEmpty()) {
      int next = free.remove();
      remaining.remove(next);
      for (int dependency : dependencies.get(next)) {
        if (remaining.contains(dependency) && --dependants[dependency] == 0) {
          free.add(dependency);
        }
      }
    }
    return List.copyOf(remaining);
  }

  private record Sorted(List<Operation> operations, List<Operation> cyclic) {}
}
