package org.aludel.migrations.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.Problem;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.replay.HistoryProofResult.Broken;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.scratch.SampleRows;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Runs all revisions from nothing to the heads in a scratch database, putting rows into each table
 * before the next revision runs, then undoes them one by one: each downgrade must give the schema
 * before it. A revision that says of itself that it cannot be undone is stepped over: those below
 * it are undone in a database that never had it. Not thread-safe.
 */
public final class HistoryProof {
  private final ScratchServer server;
  private final List<Revision> line;
  private final CompareOptions rules;
  private final Function<Engine, MigrationRunner> runners;
  private final List<MetaData> before = new ArrayList<>();
  private final List<String> irreversible = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private boolean rows;
  private String version = "";

  /**
   * @param rules of a comparison in which everything counts
   * @param runners give a runner of the history on a database
   */
  public HistoryProof(
      ScratchServer server,
      RevisionMap revisions,
      CompareOptions rules,
      Function<Engine, MigrationRunner> runners) {
    this.server = server;
    this.line = revisions.revisions();
    this.rules = rules;
    this.runners = runners;
  }

  /**
   * Does it, in as many scratch databases as it takes: one, and another for each revision that
   * cannot be undone, or not over rows.
   */
  public HistoryProofResult run() {
    Optional<String> obstacle = server.obstacle();
    if (obstacle.isPresent()) {
      return HistoryProofResult.notRun(obstacle.get());
    }
    Broken broken = null;
    int end = line.size();
    int rowsFrom = 0;
    while (end > 0 && broken == null) {
      Round round = round(end, rowsFrom);
      notes.addAll(round.notes());
      Broken failure = round.failure();
      if (failure == null) {
        end = round.reached();
      } else if (!round.rowsMatter()) {
        broken = failure;
      } else if (failure.direction() == Direction.UP) {
        notes.add("over rows " + failure.text());
        rowsFrom = round.reached() + 1;
      } else {
        notes.add("over rows " + failure.text());
        broken = withoutRows(round.reached());
        end = round.reached() - 1;
      }
    }
    return new HistoryProofResult(text(broken), irreversible, List.copyOf(notes), broken, null);
  }

  /** Whether a downgrade that fails over rows leads back over empty tables. */
  private @Nullable Broken withoutRows(int end) {
    try (Replay replay = replay()) {
      for (Revision revision : line.subList(0, end)) {
        replay.up(revision);
      }
      return down(replay, end - 1);
    }
  }

  /**
   * One scratch database.
   *
   * @param reached how many revisions it had at its end
   * @param failure what went wrong there, or null
   * @param rowsMatter whether rows may be the reason
   */
  private record Round(
      int reached, @Nullable Broken failure, boolean rowsMatter, List<String> notes) {}

  private Round round(int end, int rowsFrom) {
    try (Replay replay = replay()) {
      for (int at = 0; at < end; at++) {
        remember(replay, at);
        if (at >= rowsFrom) {
          replay.fill(before.get(at));
        }
        Broken failure = up(replay, at);
        if (failure != null) {
          return new Round(at, failure, replay.hasRows(), List.of());
        }
      }
      fillLast(replay, end, rowsFrom);
      rows |= replay.hasRows();
      List<String> empty = replay.empty();
      for (int at = end - 1; at >= 0; at--) {
        if (!line.get(at).reversible()) {
          irreversible.add(line.get(at).title());
          return new Round(at, null, false, empty);
        }
        Broken failure = down(replay, at);
        if (failure != null) {
          return new Round(at + 1, failure, replay.hasRows(), empty);
        }
      }
      return new Round(0, null, false, empty);
    }
  }

  private void fillLast(Replay replay, int end, int rowsFrom) {
    remember(replay, end);
    if (end >= rowsFrom) {
      replay.fill(before.get(end));
    }
  }

  /** The schema that a number of revisions makes; read once, as each round makes the same. */
  private void remember(Replay replay, int count) {
    if (before.size() == count) {
      before.add(replay.schema());
    }
  }

  private @Nullable Broken up(Replay replay, int at) {
    try {
      replay.up(line.get(at));
      return null;
    } catch (AludelException failure) {
      return Broken.of(line.get(at), Direction.UP, "fails: " + said(failure));
    }
  }

  private @Nullable Broken down(Replay replay, int at) {
    Revision revision = line.get(at);
    try {
      replay.down(revision);
    } catch (AludelException failure) {
      return Broken.of(revision, Direction.DOWN, "fails: " + said(failure));
    }
    String left = replay.left(before.get(at));
    return left.isEmpty()
        ? null
        : Broken.of(
            revision, Direction.DOWN, "does not give the schema before it; missing: " + left);
  }

  private static String said(AludelException failure) {
    Problem problem = failure.problem();
    String found = problem.found();
    return (found == null ? problem.what() : found).strip().replaceAll("\\s+", " ");
  }

  private Replay replay() {
    var database = server.create();
    version = database.server();
    return new Replay(database, runners.apply(database.engine()), rules);
  }

  private String text(@Nullable Broken broken) {
    if (broken != null) {
      return broken.text();
    }
    String count = line.size() == 1 ? "1 revision" : line.size() + " revisions";
    return count
        + " up from nothing and down again, each downgrade gives the schema before it ("
        + version
        + ", scratch database, "
        + (rows ? SampleRows.PER_TABLE + " rows a table)" : "empty tables)");
  }
}
