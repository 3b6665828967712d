package org.aludel.migrations.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.schema.Constraint;
import org.jspecify.annotations.Nullable;

/** Writes a plan as changesets. Equal plans give equal changesets. Immutable and thread-safe. */
public final class RevisionRenderer {
  /** The width at which the notes of the banner begin, where the statement is short enough. */
  private static final int NOTE_COLUMN = 90;

  private final NativeWriter writer = new NativeWriter(new NativePolicy(LiquibaseWords.ALL));
  private final Rendering rendering;

  /** A renderer; one serves for any number of plans. */
  public RevisionRenderer() {
    this(Rendering.none());
  }

  /**
   * @param rendering what users say of operations, as the plans were made with it
   */
  public RevisionRenderer(Rendering rendering) {
    this.rendering = rendering;
  }

  /**
   * One changeset a transaction, with the way back in reverse order.
   *
   * @param revision the id, which the ids of the changesets begin with
   * @param message one line for people
   */
  public List<ChangeSet> changeSets(MigrationPlan migration, String revision, String message) {
    List<ChangeSet> changeSets = new ArrayList<>();
    for (MigrationPlan.Step step : migration.steps()) {
      List<Change> changes = new ArrayList<>();
      List<Change> rollback = new ArrayList<>();
      for (MigrationPlan.Planned planned : step.operations()) {
        changes.addAll(changes(planned.operation(), planned.up()));
      }
      List<MigrationPlan.Planned> reversed = new ArrayList<>(step.operations());
      Collections.reverse(reversed);
      for (MigrationPlan.Planned planned : reversed) {
        rollback.addAll(changes(planned.operation().inverse(), planned.down()));
      }
      String id = revision + "-" + (changeSets.size() + 1);
      ChangeSet changeSet = ChangeSet.of(id, message, changes, rollback);
      changeSets.add(step.transactional() ? changeSet : changeSet.outsideTransaction());
    }
    return List.copyOf(changeSets);
  }

  /**
   * The lines that a person reads first, without comment marks: each statement, and beside it what
   * is to be known of it.
   *
   * @param notes of an operation, such as its hazards; they stand at its first statement
   */
  public static List<String> banner(
      MigrationPlan migration, Function<Operation, List<String>> notes) {
    List<String> lines = new ArrayList<>();
    for (MigrationPlan.Planned planned : migration.operations()) {
      String note = String.join("; ", notes.apply(planned.operation()));
      for (String statement : planned.upgrade()) {
        String line = "  " + statement.replaceAll("\\s*\\n\\s*", " ") + ";";
        lines.add(note.isEmpty() ? line : padded(line) + "  " + note);
        note = "";
      }
    }
    return List.copyOf(lines);
  }

  private static String padded(String line) {
    return line + " ".repeat(Math.max(0, NOTE_COLUMN - line.length()));
  }

  private List<Change> changes(Operation operation, List<MigrationPlan.Statement> statements) {
    return rendering
        .changes(operation, statements)
        .orElseGet(
            () -> statements.stream().map(each -> change(each, dropped(operation))).toList());
  }

  private static @Nullable Constraint dropped(Operation operation) {
    return operation instanceof ConstraintOperation.Drop drop ? drop.constraint() : null;
  }

  private Change change(MigrationPlan.Statement statement, @Nullable Constraint dropped) {
    return writer
        .change(statement.ddl(), dropped)
        .orElseGet(() -> Change.sql(PlainSql.of(statement.sql())));
  }
}
