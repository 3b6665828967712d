package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.render.ChangeSql;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.RevisionSql;
import org.aludel.migrations.scratch.RoundTrip;
import org.aludel.migrations.script.RevisionEmitter;
import org.aludel.migrations.script.RevisionLoader;

/**
 * What the file of a draft would send: its text is written and read again, so that the trial meets
 * every mistake that lies between a plan and its file.
 */
final class FileTrip {
  private final ChangeSql nativeSql;

  FileTrip(Dialect dialect) {
    this.nativeSql = NativeChanges.of(dialect);
  }

  /** The statements of files one after the other, as their text says. */
  RoundTrip of(List<RevisionDraft> drafts) {
    RoundTrip trip = RoundTrip.none();
    for (RevisionDraft draft : drafts) {
      String text = new RevisionEmitter().emit(draft.revision(), draft.banner());
      trip = trip.and(read(text).orElseGet(() -> RoundTrip.of(draft.plan())));
    }
    return trip;
  }

  /**
   * Of one file's text; empty where it holds what only Liquibase or Java can do, or no way back.
   */
  Optional<RoundTrip> read(String text) {
    Revision revision = new RevisionLoader().load("the file", text).revision();
    if (!revision.reversible() || !RevisionSql.isWhole(revision, nativeSql)) {
      return Optional.empty();
    }
    return Optional.of(
        new RoundTrip(
            legs(RevisionSql.of(revision, Direction.UP, nativeSql)),
            legs(RevisionSql.of(revision, Direction.DOWN, nativeSql))));
  }

  /** As the runner does it: steps side by side share a transaction. */
  private static List<RoundTrip.Leg> legs(List<RevisionSql.Step> steps) {
    List<RoundTrip.Leg> legs = new ArrayList<>();
    for (RevisionSql.Step step : steps) {
      int last = legs.size() - 1;
      if (step.transactional() && last >= 0 && legs.get(last).transactional()) {
        List<String> together = new ArrayList<>(legs.get(last).statements());
        together.addAll(step.statements());
        legs.set(last, new RoundTrip.Leg(true, together));
      } else {
        legs.add(new RoundTrip.Leg(step.transactional(), step.statements()));
      }
    }
    return legs;
  }
}
