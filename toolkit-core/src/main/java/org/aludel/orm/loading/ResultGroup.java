package org.aludel.orm.loading;

import java.util.List;
import java.util.function.Predicate;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LoadGroup;

/**
 * The objects that one statement brought along one path, with the options that what they load later
 * follows. Not thread-safe.
 */
final class ResultGroup extends LoadGroup {
  private final LoadPlan plan;
  private final Origin origin;
  private final boolean single;

  /**
   * @param single whether each object loads for itself
   */
  ResultGroup(LoadPlan plan, Origin origin, boolean single) {
    this.plan = plan;
    this.origin = origin;
    this.single = single;
  }

  /** What loading on first use follows: it never overwrites what is in memory. */
  LoadPlan plan() {
    return plan;
  }

  Origin origin() {
    return origin;
  }

  /**
   * Whether an object of that group comes over. Within one statement the shortest path to an object
   * decides, so that the answer does not hang on the order of rows; between two, the later.
   */
  boolean takesFrom(LoadGroup other) {
    return !(other instanceof ResultGroup known)
        || known.origin.statement() != origin.statement()
        || known.origin.depth() > origin.depth();
  }

  @Override
  public List<InstanceState<?>> around(
      InstanceState<?> first, int limit, Predicate<? super InstanceState<?>> wanted) {
    return single ? List.of(first) : super.around(first, limit, wanted);
  }
}
