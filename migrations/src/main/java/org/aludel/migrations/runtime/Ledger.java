package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's table {@code databasechangelog}, one row a changeset. The checksum is left null,
 * which Liquibase fills in at its next run.
 */
public final class Ledger {
  static final String EXECUTED = "EXECUTED";

  /** Declared as done, not run. */
  public static final String MARKED = "MARK_RAN";

  /** What stands in the column for Liquibase's version. */
  private static final String WRITER = "aludel-0.1";

  private static final Pattern ANY_OF_OURS = Pattern.compile("aludel/\\w{1,64}[.]yaml");

  private static final String TEXT = "CAST(? AS text)";

  /** The width of the columns for description, comments and labels. */
  private static final int WIDTH = 255;

  private final String table;
  private final boolean shared;

  /** What is the same for all rows of a run, as literals, which makes their statements one. */
  private final String constants;

  /**
   * @param millis the start of the run; its last ten digits mark its rows, as in Liquibase
   */
  public Ledger(Bookkeeping bookkeeping, long millis) {
    this.table = bookkeeping.table(Bookkeeping.LEDGER);
    this.shared = bookkeeping.options().store().shared();
    String digits = String.format("%010d", millis);
    String deployment = digits.substring(digits.length() - 10);
    this.constants = "', '" + WRITER + "', '" + deployment + "', CURRENT_TIMESTAMP";
  }

  /** All changesets that ran or were marked, of whatever changelog. */
  public Set<LedgerKey> read(Connection connection) {
    Set<LedgerKey> keys = new LinkedHashSet<>();
    String sql =
        "SELECT filename, author, id FROM "
            + table
            + " WHERE exectype IN ('EXECUTED', 'RERAN', 'MARK_RAN') ORDER BY orderexecuted";
    for (Row row : connection.execute(sql)) {
      keys.add(
          new LedgerKey(
              String.valueOf(row.get(0)), String.valueOf(row.get(1)), String.valueOf(row.get(2))));
    }
    return keys;
  }

  /**
   * Those that count for these revisions: all, unless somebody else may write here too.
   *
   * @param logged ids that the log names
   */
  public Set<LedgerKey> readOwn(Connection connection, RevisionMap map, Set<String> logged) {
    Set<LedgerKey> all = read(connection);
    return shared ? HistoryCheck.own(map, all, logged) : all;
  }

  /** Forgets all rows of our revisions, whether there is a file or not. */
  void purge(Connection connection, RevisionMap map, Bookkeeping bookkeeping) {
    Set<String> files =
        map.revisions().stream().map(Revision::logicalFilePath).collect(Collectors.toSet());
    files.addAll(shared ? logged(connection, bookkeeping) : ours(connection));
    String sql = "DELETE FROM " + table + " WHERE filename = ?";
    connection.batch(sql, files.stream().sorted().map(List::of).toList());
  }

  private Set<String> ours(Connection connection) {
    return names(connection, "SELECT DISTINCT filename FROM " + table).stream()
        .filter(each -> ANY_OF_OURS.matcher(each).matches())
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Connection connection, String sql) {
    Set<String> names = new LinkedHashSet<>();
    for (Row row : connection.execute(sql)) {
      names.add(String.valueOf(row.get(0)));
    }
    return names;
  }

  /** Gives the last row a tag and takes it from any other; whether there is a row. */
  boolean tag(Connection connection, String name) {
    connection.update("UPDATE " + table + " SET tag = NULL WHERE tag = ?", name);
    String last = "(SELECT max(orderexecuted) FROM " + table + ")";
    String sql = "UPDATE " + table + " SET tag = ? WHERE orderexecuted = " + last;
    return connection.update(sql, name) > 0;
  }

  private static Set<String> logged(Connection connection, Bookkeeping bookkeeping) {
    return names(
        connection,
        "SELECT DISTINCT 'aludel/' || revision || '.yaml' FROM "
            + bookkeeping.table(bookkeeping.log()));
  }

  /** Adds a row a step; one call in one write, because the order is counted from what is there. */
  public void insert(
      BookkeepingWrite write, Revision revision, List<ChangeSet> steps, String execType) {
    List<Object> values = new ArrayList<>(List.of(revision.logicalFilePath()));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      rows.append(i == 0 ? "SELECT " : " UNION ALL SELECT ");
      row(rows, values, steps.get(i));
      rows.append(i).append(" AS n");
    }
    String sql =
        "INSERT INTO "
            + table
            + " (filename, exectype, liquibase, deployment_id, dateexecuted, id, author,"
            + " description, comments, labels, orderexecuted) SELECT ?, '"
            + execType
            + constants
            + ", s.id, s.author, s.description, s.comments, s.labels, s.n + 1 + (SELECT"
            + " coalesce(max(orderexecuted), 0) FROM "
            + table
            + ") FROM ("
            + rows
            + ") AS s";
    write.change(sql, values, steps.size(), rowCount -> missing(revision, rowCount));
  }

  private static void row(StringBuilder row, List<Object> values, ChangeSet step) {
    column(row, values, "id", step.id());
    column(row, values, "author", step.author());
    column(row, values, "description", cut(description(step.changes())));
    column(row, values, "comments", cut(step.comment()));
    column(row, values, "labels", labels(step));
  }

  private static void column(
      StringBuilder row, List<Object> values, String name, @Nullable String value) {
    row.append(value == null ? "CAST(NULL AS text)" : TEXT).append(" AS ").append(name);
    row.append(", ");
    if (value != null) {
      values.add(value);
    }
  }

  /** Adds the removal of the rows of steps. */
  public void delete(BookkeepingWrite write, Revision revision, List<ChangeSet> steps) {
    List<Object> values = new ArrayList<>(List.of(revision.logicalFilePath()));
    StringBuilder rows = new StringBuilder();
    for (ChangeSet step : steps) {
      rows.append(rows.isEmpty() ? "" : ", ").append("(?, ?)");
      values.addAll(List.of(step.id(), step.author()));
    }
    String sql = "DELETE FROM " + table + " WHERE filename = ? AND (id, author) IN (" + rows + ")";
    write.change(sql, values, steps.size(), rowCount -> missing(revision, rowCount));
  }

  private RevisionException missing(Revision revision, long rows) {
    return new RevisionException(
        Problem.of(
                MigrationCode.LEDGER_MISMATCH,
                "cannot record what was done of revision " + revision.title())
            .found(rows + " of its rows in " + table)
            .expected("the rows that were there when this run began")
            .fix("find out what else writes to the table, then run again"));
  }

  private static @Nullable String labels(ChangeSet step) {
    return step.labels().isEmpty() ? null : cut(String.join(",", step.labels()));
  }

  /** As Liquibase: the change types, with the table where one is named. */
  private static String description(List<Change> changes) {
    return changes.stream()
        .map(
            change ->
                change
                    .text("tableName")
                    .map(table -> change.type() + " tableName=" + table)
                    .orElse(change.type()))
        .collect(Collectors.joining("; "));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= WIDTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDTH - 3)) + "...";
  }
}
