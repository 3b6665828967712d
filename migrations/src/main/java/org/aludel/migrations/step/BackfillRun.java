package org.aludel.migrations.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.Contention;
import org.aludel.migrations.contention.LockTimeout;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Runs a backfill. A part is one statement, which the server does wholly or not at all: it finds
 * the end of the range, changes its rows, and notes how far it has come. Not thread-safe.
 */
final class BackfillRun {
  private static final String ESTIMATE =
      "SELECT greatest(c.reltuples, 0)::bigint FROM pg_catalog.pg_class c WHERE c.oid ="
          + " pg_catalog.to_regclass(?)";

  /**
   * What is no number, so that a part fails, and nothing of it stays, that moves rows to where a
   * later part would find and change them again, without end.
   */
  private static final String AHEAD = "rows with a key ahead: ";

  /** Source: PostgreSQL 18, appendix A: invalid_text_representation. */
  private static final String NO_NUMBER = "22P02";

  /** Where the end of the range stands in what a part gives. */
  private static final int FIRST_KEY = 3;

  private final StepContext context;
  private final Connection connection;
  private final BackfillPlan plan;
  private final BackfillKey key;
  private final BackfillProgress progress;

  BackfillRun(StepContext context, BackfillPlan plan) {
    this.context = context;
    this.connection = context.connection();
    this.plan = plan;
    this.key = BackfillKey.of(connection, plan);
    this.progress = new BackfillProgress(connection, context.host());
  }

  /** Runs until no row is left behind the last one that was done. */
  void run() {
    try {
      List<String> position = progress.begin(plan.definition());
      Long estimate = connection.execute(ESTIMATE, plan.table()).scalar(Long.class);
      long rows = 0;
      while (!progress.finished()) {
        Part part = again(position);
        if (part.end() == null) {
          progress.finish();
        } else {
          position = part.end();
          rows += part.rows();
          context.progress(plan.table(), rows, estimate == null ? 0 : estimate);
          Contention.sleep(plan.pause(), "the next part of a backfill");
        }
      }
    } finally {
      context.host().working(false);
    }
  }

  /** A part, again as long as others hold locks and tries are left. */
  private Part again(List<String> position) {
    for (int tries = 1; ; tries++) {
      try {
        context.host().limits().applyAlone(connection, null);
        context.host().working(true);
        return part(position);
      } catch (DatabaseException failure) {
        context.host().working(false);
        if (saysAhead(failure)) {
          throw moved(failure);
        }
        // In somebody's transaction there is nothing left to try again.
        if (!Contention.is(failure) || !connection.isAutocommit()) {
          throw failure;
        }
        if (tries > context.host().limits().lockRetries()) {
          throw LockTimeout.of(
              "cannot fill rows of \"" + plan.table() + "\"",
              String.valueOf(failure.problem().found()),
              tries,
              context.host().blockers(),
              failure);
        }
        Duration pause = Contention.pause(tries);
        context.host().retrying(tries, pause);
        Contention.sleep(pause, "a part of a backfill");
      }
    }
  }

  /** By the server's own text: what stands behind it is the statement, which has the words too. */
  private static boolean saysAhead(DatabaseException failure) {
    String found = String.valueOf(failure.problem().found());
    int statement = found.indexOf("\nin: ");
    String text = statement < 0 ? found : found.substring(0, statement);
    return NO_NUMBER.equals(failure.sqlState()) && text.contains(AHEAD);
  }

  private RevisionException moved(DatabaseException failure) {
    return new RevisionException(
        Problem.of(MigrationCode.BACKFILL, "cannot fill rows of \"" + plan.table() + "\"")
            .found(
                "the key ("
                    + key.list()
                    + ") of rows that were filled is behind the end of their part: set = "
                    + plan.set())
            .expected("a key that stays, or each part finds rows of the one before again")
            .fix("give key: columns with an index that the backfill does not change"),
        failure);
  }

  /**
   * @param end the last key of the range; null when no row was left
   */
  private record Part(@Nullable List<String> end, long rows) {}

  private Part part(List<String> position) {
    StepHost.Guard guard = context.host().guard();
    // Without binds, so that question marks in the user's SQL are operators.
    Row row = connection.execute(statement(guard, key.behind(position))).one();
    if (Long.valueOf(0).equals(row.get(0, Long.class))) {
      throw guard.broken().get();
    }
    List<String> end = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      if (row.get(FIRST_KEY + i) != null) {
        end.add(String.valueOf(row.get(FIRST_KEY + i)));
      }
    }
    Long rows = row.get(1, Long.class);
    return new Part(end.isEmpty() ? null : end, rows == null ? 0 : rows);
  }

  /** The table keeps its name, because the user's SQL may say it. */
  private String statement(StepHost.Guard guard, String behind) {
    String where = plan.where() == null ? "true" : "(" + plan.where() + "\n)";
    return String.join(
        "",
        "WITH aludel_held AS (SELECT FROM (" + guard.query() + ") g WHERE EXISTS (SELECT FROM ",
        progress.row() + ")), aludel_range AS (SELECT " + key.named() + " FROM " + plan.table(),
        " WHERE EXISTS (SELECT FROM aludel_held) AND " + behind + " AND " + where,
        " ORDER BY " + key.list() + " LIMIT " + plan.batch(),
        "), aludel_end AS (SELECT " + key.names("") + " FROM aludel_range ORDER BY ",
        key.names(" DESC") + " LIMIT 1), aludel_changed AS (UPDATE " + plan.table() + " SET ",
        plan.set() + "\n WHERE " + behind + " AND (" + key.list() + ") <= (SELECT ",
        key.names("") + " FROM aludel_end) AND " + where + " RETURNING " + key.named(),
        "), aludel_ahead AS (SELECT count(*) AS n FROM aludel_changed WHERE (" + key.names(""),
        ") > (SELECT " + key.names("") + " FROM aludel_end)), aludel_noted AS (",
        progress.update(key.names("::text")) + ") SELECT (SELECT count(*) FROM aludel_held),",
        " (SELECT count(*) FROM aludel_changed), (SELECT count(*) FROM aludel_noted), ",
        key.names("::text") + ", CASE WHEN n > 0 THEN CAST('" + AHEAD + "' || n AS int) END",
        " FROM aludel_ahead LEFT JOIN aludel_end ON true");
  }
}
