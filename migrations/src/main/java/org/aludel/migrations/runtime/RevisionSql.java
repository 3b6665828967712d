package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.migrations.render.ChangeSql;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;

/** The SQL of a revision, statement by statement, as a run would send it. */
public final class RevisionSql {
  private RevisionSql() {}

  /**
   * A step in one direction.
   *
   * @param id of the changeset
   * @param transactional whether it shares a transaction with the steps beside it
   * @param statements in order; a comment in place of what is no SQL
   */
  public record Step(String id, boolean transactional, List<String> statements) {
    public Step {
      statements = List.copyOf(statements);
    }
  }

  private static String unwritten(Change change) {
    return change.type().equals(CustomChanges.TYPE)
        ? "-- " + change.type() + " " + change.text("class").orElse("") + ", run in Java"
        : "-- " + change.type() + ", run by Liquibase";
  }

  /** Whether all that it does is SQL, both ways. */
  public static boolean isWhole(Revision revision, ChangeSql nativeSql) {
    ChangePreparation preparation = ChangePreparation.showing(nativeSql);
    for (ChangeSet step : revision.changeSets()) {
      for (Direction direction : Direction.values()) {
        for (PreparedChange change : preparation.prepare(revision, step, direction)) {
          if (change.sql() == null) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /**
   * The steps in the order in which they would be run.
   *
   * @param nativeSql turns native changes into SQL
   * @throws org.aludel.error.RevisionException UNKNOWN_CHANGE, NOT_REVERSIBLE
   */
  public static List<Step> of(Revision revision, Direction direction, ChangeSql nativeSql) {
    ChangePreparation preparation = ChangePreparation.showing(nativeSql);
    List<Step> steps = new ArrayList<>();
    for (ChangeSet step : revision.changeSets()) {
      List<String> statements = new ArrayList<>();
      for (PreparedChange change : preparation.prepare(revision, step, direction)) {
        List<String> sql = change.sql();
        statements.addAll(sql == null ? List.of(unwritten(change.change())) : sql);
      }
      steps.add(new Step(step.id(), step.runInTransaction(), statements));
    }
    if (direction == Direction.DOWN) {
      Collections.reverse(steps);
    }
    return List.copyOf(steps);
  }
}
