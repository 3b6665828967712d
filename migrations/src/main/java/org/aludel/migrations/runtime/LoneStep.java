package org.aludel.migrations.runtime;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step outside a transaction so that it can be run again: an attempt is noted first, an
 * invalid index that a broken attempt left is dropped, and what a broken attempt had finished
 * without recording it counts as done.
 */
final class LoneStep {
  private static final Pattern CONCURRENT_INDEX =
      Pattern.compile(
          "\\s*CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
              + "((?:\"(?:[^\"]|\"\")+\"|[^\\s\"(.]+)(?:\\.(?:\"(?:[^\"]|\"\")+\"|[^\\s\"(.]+))?)"
              + "\\s+ON\\s+(?:ONLY\\s+)?((?:\"(?:[^\"]|\"\")+\"|[^\\s\"(.]+)\\.)?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * By the statement's first word, what the server says when it was done before. Source: PostgreSQL
   * 18, appendix A: duplicate_table, duplicate_object, duplicate_column, undefined_table,
   * undefined_object.
   */
  private static final Map<String, Set<String>> DONE_BEFORE =
      Map.of(
          "CREATE", Set.of("42P07", "42710"),
          "ALTER", Set.of("42710", "42701"),
          "DROP", Set.of("42P01", "42704"));

  private final RunSession session;
  private final Revision revision;
  private final Direction direction;

  LoneStep(RunSession session, Revision revision, Direction direction) {
    this.session = session;
    this.revision = revision;
    this.direction = direction;
  }

  /** Runs one change of a step. */
  interface ChangeRun {
    void run(Connection connection, ChangeSet step, PreparedChange change);
  }

  void run(Connection connection, PreparedStep step, ChangeRun runner) {
    String name = direction + " " + step.step().id();
    boolean again = session.log().attempted(connection, revision, name);
    if (!again) {
      session.log().attempt(connection, revision, name);
    }
    for (PreparedChange change : step.changes()) {
      dropInvalidIndex(connection, change);
      try {
        runner.run(connection, step.step(), change);
      } catch (RevisionException e) {
        if (!again || !doneBefore(change, e.getCause())) {
          throw e;
        }
      }
    }
  }

  private static boolean doneBefore(PreparedChange change, @Nullable Throwable cause) {
    if (change.sql() == null
        || change.sql().size() != 1
        || !(cause instanceof DatabaseException failure)
        || failure.sqlState() == null) {
      return false;
    }
    String word = change.sql().get(0).strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    return DONE_BEFORE.getOrDefault(word, Set.of()).contains(failure.sqlState());
  }

  /** A broken CREATE INDEX CONCURRENTLY leaves an index that is kept up to date but never used. */
  private static void dropInvalidIndex(Connection connection, PreparedChange change) {
    if (change.sql() == null || change.sql().size() != 1) {
      return;
    }
    Matcher create = CONCURRENT_INDEX.matcher(change.sql().get(0));
    if (!create.matches()) {
      return;
    }
    String schema = create.group(2) == null ? "" : create.group(2);
    String index = create.group(1).contains(".") ? create.group(1) : schema + create.group(1);
    String sql =
        "SELECT count(*) FROM pg_catalog.pg_index WHERE NOT indisvalid AND indexrelid ="
            + " pg_catalog.to_regclass(?)";
    Long invalid = connection.execute(sql, index).scalar(Long.class);
    if (invalid != null && invalid > 0) {
      connection.update("DROP INDEX CONCURRENTLY " + index);
    }
  }
}
