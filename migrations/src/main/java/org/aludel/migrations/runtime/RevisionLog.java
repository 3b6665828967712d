package org.aludel.migrations.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.compile.SqlLiteral;
import org.aludel.engine.Connection;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/** The append-only table {@code aludel_revision_log}: what was done, when, by whom, with what. */
public final class RevisionLog {
  private static final String REFUSED = " refused";

  private final String table;
  private final String host;
  private final String toolVersion = toolVersion();

  /** Who writes, as literals: the same for all rows of a run, which makes their statements one. */
  private final String writer;

  /** A log that notes this machine. */
  public RevisionLog(Bookkeeping bookkeeping) {
    this(bookkeeping, hostName());
  }

  /**
   * @param host the machine that does it, or what does it instead of one
   */
  RevisionLog(Bookkeeping bookkeeping, String host) {
    this.host = host;
    this.table = bookkeeping.table(bookkeeping.log());
    this.writer = SqlLiteral.text(host) + ", " + SqlLiteral.text(toolVersion);
  }

  /** What a row says. */
  public enum Action {
    /** Run by us. */
    UP,
    /** Undone by us. */
    DOWN,
    /** Declared as applied. */
    STAMP,
    /** Declared as not applied. */
    UNSTAMP,
    /** Found in the ledger, run by Liquibase. */
    ADOPT,
    /** No longer in the ledger, undone by Liquibase. */
    RELEASE,
    /** A step outside a transaction is about to be run or undone. */
    ATTEMPT;

    /** Whether the revision is applied by it. */
    public boolean applying() {
      return this == UP || this == STAMP || this == ADOPT;
    }
  }

  /** The last entry of a revision, attempts left out. */
  public record Entry(Action action, String digest) {}

  /** The last entry of each revision, attempts left out. */
  public Map<String, Entry> last(Connection connection) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    String sql =
        "SELECT revision, action, digest FROM " + table + " WHERE " + lastOnes() + " ORDER BY 1";
    for (Row row : connection.execute(sql)) {
      entries.put(
          String.valueOf(row.get(0)),
          new Entry(Action.valueOf(String.valueOf(row.get(1))), String.valueOf(row.get(2))));
    }
    return entries;
  }

  private String lastOnes() {
    return "id IN (SELECT max(id) FROM " + table + " WHERE action <> 'ATTEMPT' GROUP BY revision)";
  }

  /** The text with which a revision was applied last; empty when it is not applied. */
  public Optional<String> appliedText(Connection connection, String revision) {
    String sql =
        "SELECT action, canonical_text FROM "
            + table
            + " WHERE revision = ? AND action <> 'ATTEMPT' ORDER BY id DESC LIMIT 1";
    return connection
        .execute(sql, revision)
        .first()
        .filter(row -> Action.valueOf(String.valueOf(row.get(0))).applying())
        .map(row -> String.valueOf(row.get(1)));
  }

  /** Notes of all that is applied that it no longer counts, whether there is a file or not. */
  void purge(Connection connection) {
    String sql =
        "INSERT INTO "
            + table
            + " (revision, action, digest, canonical_text, duration_ms, host, tool_version) SELECT"
            + " revision, 'UNSTAMP', digest, canonical_text, 0, ?, ? FROM "
            + table
            + " WHERE "
            + lastOnes()
            + " AND action IN ('UP', 'STAMP', 'ADOPT') ORDER BY revision";
    connection.update(sql, host, toolVersion);
  }

  /** Notes of one revision, of which there need be no file, that it no longer counts. */
  public void forget(Connection connection, String revision) {
    String sql =
        "INSERT INTO "
            + table
            + " (revision, action, digest, canonical_text, duration_ms, host, tool_version) SELECT"
            + " revision, 'UNSTAMP', digest, canonical_text, 0, ?, ? FROM "
            + table
            + " WHERE revision = ? AND action <> 'ATTEMPT' ORDER BY id DESC LIMIT 1";
    connection.update(sql, host, toolVersion, revision);
  }

  /** Adds an entry. */
  public void append(BookkeepingWrite write, Revision revision, Action action, Duration took) {
    append(write, revision, null, action, took);
  }

  /** Notes on an autocommit connection that a step is about to be run. */
  void attempt(Connection connection, Revision revision, String step) {
    BookkeepingWrite write = new BookkeepingWrite();
    append(write, revision, step, Action.ATTEMPT, Duration.ZERO);
    write.run(connection);
  }

  private void append(
      BookkeepingWrite write,
      Revision revision,
      @Nullable String step,
      Action action,
      Duration took) {
    String text = RevisionFile.canonicalText(revision);
    String sql =
        "INSERT INTO "
            + table
            + " (revision, action, digest, canonical_text, duration_ms, host, tool_version, step)"
            + " VALUES (?, '"
            + action.name()
            + "', ?, ?, ?, "
            + writer
            + (step == null ? ", NULL)" : ", ?)");
    List<Object> values = new ArrayList<>();
    values.add(revision.id());
    values.add(RevisionFile.digestOf(text));
    values.add(text);
    values.add(took.toMillis());
    if (step != null) {
      values.add(step);
    }
    write.change(
        sql,
        values,
        1,
        rows -> {
          throw new IllegalStateException("one row inserted, " + rows + " counted");
        });
  }

  /** Notes that the server refused a step at once, so that nothing there is of its making. */
  void refused(Connection connection, Revision revision, String step) {
    attempt(connection, revision, step + REFUSED);
  }

  /**
   * Whether a step was begun, was not refused, and nothing has been recorded of its revision since.
   */
  boolean attempted(Connection connection, Revision revision, String step) {
    String sql =
        "SELECT count(*) FROM "
            + table
            + " a WHERE revision = ? AND step = ? AND action = 'ATTEMPT' AND NOT EXISTS (SELECT 1"
            + " FROM "
            + table
            + " b WHERE b.revision = a.revision AND (b.action <> 'ATTEMPT' OR b.step = ?)"
            + " AND b.id > a.id)";
    Long count = connection.execute(sql, revision.id(), step, step + REFUSED).scalar(Long.class);
    return count != null && count > 0;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A machine without a name in its own resolver is usual in containers.
      return "unknown";
    }
  }

  private static String toolVersion() {
    String version = RevisionLog.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
