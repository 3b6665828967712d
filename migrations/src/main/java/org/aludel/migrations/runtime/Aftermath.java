package org.aludel.migrations.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;

/**
 * What a failure leaves of a revision: which of its steps are committed and which are not.
 *
 * @param committed steps that this run or one before has done and committed
 * @param current the steps that are running together, or one that runs outside a transaction
 * @param whole whether they run in a transaction
 * @param before how many revisions ran before it in the same transaction
 */
record Aftermath(
    Direction direction,
    List<ChangeSet> committed,
    List<ChangeSet> current,
    boolean whole,
    int before) {
  private static final int SHOWN = 80;

  Aftermath {
    committed = List.copyOf(committed);
    current = List.copyOf(current);
  }

  String text() {
    if (before == 0) {
      return alone();
    }
    return alone()
        + (before == 1
            ? "\nThe revision before it was rolled back with it."
            : "\nThe " + before + " revisions before it were rolled back with it.");
  }

  private String alone() {
    if (committed.isEmpty() && whole) {
      return "Its transaction was rolled back; nothing of the revision is "
          + (direction == Direction.UP ? "done." : "undone.");
    }
    String standing = direction == Direction.UP ? "Done and committed: " : "Undone and committed: ";
    return standing
        + (committed.isEmpty() ? "nothing." : list(committed))
        + (whole ? "\nRolled back: " : "\nOutside a transaction, perhaps in part: ")
        + list(current);
  }

  private static String list(List<ChangeSet> steps) {
    return steps.stream().map(Aftermath::step).collect(Collectors.joining("; "));
  }

  /** The id of a step and its beginning. */
  private static String step(ChangeSet step) {
    if (step.changes().isEmpty()) {
      return step.id();
    }
    Change first = step.changes().get(0);
    String sql = first.text("sql").orElse(first.type()).strip().replaceAll("\\s+", " ");
    String shown = sql.length() <= SHOWN ? sql : sql.substring(0, SHOWN) + " …";
    int more = step.changes().size() - 1;
    return step.id() + " (" + shown + (more == 0 ? ")" : " and " + more + " more)");
  }
}
