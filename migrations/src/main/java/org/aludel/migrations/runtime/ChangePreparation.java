package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aludel.error.MigrationCode;
import org.aludel.error.OperationNotReversibleException;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.render.ChangeSql;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ChangeTypes;
import org.aludel.migrations.step.StepCall;
import org.jspecify.annotations.Nullable;

/**
 * Turns the changes of revisions into SQL before anything is run, so that what cannot be run is
 * refused while nothing has happened.
 */
final class ChangePreparation {
  private final ChangeSql nativeSql;
  private final @Nullable ClassLoader steps;

  private ChangePreparation(ChangeSql nativeSql, @Nullable ClassLoader steps) {
    this.nativeSql = nativeSql;
    this.steps = steps;
  }

  /**
   * For a run.
   *
   * @param steps the class loader that knows steps in Java
   */
  static ChangePreparation running(ChangeSql nativeSql, ClassLoader steps) {
    return new ChangePreparation(nativeSql, steps);
  }

  /**
   * To look at the SQL; steps in Java are left as they are, and their classes need not be there.
   */
  static ChangePreparation showing(ChangeSql nativeSql) {
    return new ChangePreparation(nativeSql, null);
  }

  /**
   * The changes that a step runs in one direction, in order.
   *
   * @throws RevisionException UNKNOWN_CHANGE, NOT_REVERSIBLE, JAVA_STEP
   */
  List<PreparedChange> prepare(Revision revision, ChangeSet step, Direction direction) {
    if (step.preConditions() != null) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.UNKNOWN_CHANGE,
                  "cannot run changeSet \"" + step.id() + "\" of revision " + revision.title())
              .found(at(step.source()) + "preConditions, which only Liquibase evaluates")
              .expected("a step without preConditions")
              .fix("write the condition into the SQL, or run this file with Liquibase"));
    }
    List<Change> changes = direction == Direction.UP ? step.changes() : rollback(revision, step);
    return changes.stream().map(change -> prepare(change, direction)).toList();
  }

  private static List<Change> rollback(Revision revision, ChangeSet step) {
    List<Change> rollback = step.rollback();
    if (rollback == null || revision.irreversible() != null) {
      throw new OperationNotReversibleException(
          Problem.of(MigrationCode.NOT_REVERSIBLE, "cannot undo revision " + revision.title())
              .found(
                  at(step.source())
                      + (revision.irreversible() == null
                          ? "a step without rollback"
                          : "irreversible: " + revision.irreversible()))
              .expected("a target above this revision, which can be reached")
              .fix("mvn orm:downgrade -Dorm.to=" + revision.id() + ", or restore a backup"));
    }
    return rollback;
  }

  private PreparedChange prepare(Change change, Direction direction) {
    if (change.type().equals(Change.EMPTY) || !meantForUs(change)) {
      return new PreparedChange(change, List.of());
    }
    if (change.type().equals(Change.SQL)) {
      return new PreparedChange(
          change, change.text("sql").map(nativeSql::statements).orElse(List.of()));
    }
    if (!ChangeTypes.foreign(change.type())) {
      return new PreparedChange(change, nativeSql.sql(change));
    }
    if (change.type().equals(CustomChanges.TYPE)) {
      if (steps == null) {
        return new PreparedChange(change, null);
      }
      Optional<StepCall> call = CustomChanges.call(change, steps, direction == Direction.DOWN);
      if (call.isPresent()) {
        return new PreparedChange(change, null, call.get());
      }
    }
    if (!ForeignChanges.available()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.UNKNOWN_CHANGE, "cannot run the change \"" + change.type() + "\"")
              .found(at(change.source()) + "a change type that only Liquibase runs")
              .expected("liquibase-core 4.33 on the class path")
              .fix("add the dependency org.liquibase:liquibase-core, or write the change as sql"));
    }
    return new PreparedChange(change, null);
  }

  /** Liquibase's list of databases: {@code postgresql}, {@code !h2}, {@code all}, {@code none}. */
  private boolean meantForUs(Change change) {
    String ours = nativeSql.database();
    List<String> wanted = new ArrayList<>();
    for (String name : Arrays.asList(change.text("dbms").orElse("all").split(","))) {
      if (name.trim().equals("!" + ours)) {
        return false;
      }
      if (!name.trim().startsWith("!") && !name.isBlank()) {
        wanted.add(name.trim());
      }
    }
    return wanted.isEmpty() || wanted.contains(ours) || wanted.contains("all");
  }

  private static String at(String source) {
    return source.isEmpty() ? "" : source + ": ";
  }
}
