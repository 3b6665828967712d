package org.aludel.migrations.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's table {@code databasechangelog}, one row a changeset. The checksum is left null,
 * which Liquibase fills in at its next run.
 */
final class Ledger {
  static final String EXECUTED = "EXECUTED";
  static final String MARKED = "MARK_RAN";

  /** What stands in the column for Liquibase's version. */
  private static final String WRITER = "aludel-0.1";

  /** The width of the columns for description, comments and labels. */
  private static final int WIDTH = 255;

  private final String table;
  private final String deployment;

  /**
   * @param millis the start of the run; its last ten digits mark its rows, as in Liquibase
   */
  Ledger(Bookkeeping bookkeeping, long millis) {
    this.table = bookkeeping.table(Bookkeeping.LEDGER);
    String digits = String.format("%010d", millis);
    this.deployment = digits.substring(digits.length() - 10);
  }

  /** All changesets that ran or were marked, of whatever changelog. */
  Set<LedgerKey> read(Connection connection) {
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
   * Records a changeset in the current transaction.
   *
   * @return the transaction's id, so that the caller sees whether it is still the one it began
   */
  String insert(Connection connection, Revision revision, ChangeSet step, String execType) {
    String sql =
        "INSERT INTO "
            + table
            + " (id, author, filename, dateexecuted, orderexecuted, exectype, description,"
            + " comments, liquibase, labels, deployment_id) SELECT ?, ?, ?, pg_catalog.now(),"
            + " coalesce(max(orderexecuted), 0) + 1, ?, ?, ?, ?, ?, ? FROM "
            + table
            + " RETURNING pg_catalog.pg_current_xact_id()::text";
    Row row =
        connection
            .execute(
                sql,
                step.id(),
                step.author(),
                revision.logicalFilePath(),
                execType,
                cut(description(step.changes())),
                cut(step.comment()),
                WRITER,
                labels(step),
                deployment)
            .one();
    return String.valueOf(row.get(0));
  }

  /** Forgets a changeset in the current transaction; gives the number of rows. */
  long delete(Connection connection, LedgerKey key) {
    String sql = "DELETE FROM " + table + " WHERE id = ? AND author = ? AND filename = ?";
    return connection.update(sql, key.id(), key.author(), key.file());
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
