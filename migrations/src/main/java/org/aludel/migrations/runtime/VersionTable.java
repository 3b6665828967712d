package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.sql.Row;

/** The heads of the database, one row each; moved only from what is known to be there. */
public final class VersionTable {
  private final String table;

  public VersionTable(Bookkeeping bookkeeping) {
    this.table = bookkeeping.table(bookkeeping.version());
  }

  /** The heads in the order of their ids. */
  public List<String> read(Connection connection) {
    List<String> heads = new ArrayList<>();
    for (Row row : connection.execute("SELECT version_num FROM " + table + " ORDER BY 1")) {
      heads.add(String.valueOf(row.get(0)));
    }
    return heads;
  }

  /** Forgets all heads, whatever they are. */
  void purge(Connection connection) {
    connection.update("DELETE FROM " + table);
  }

  /** Adds the move of the heads; refuses with LEDGER_MISMATCH where they are no longer there. */
  public void move(BookkeepingWrite write, List<String> from, List<String> to) {
    List<String> gone = new ArrayList<>(from);
    gone.removeAll(to);
    List<String> come = new ArrayList<>(to);
    come.removeAll(from);
    while (!gone.isEmpty() && !come.isEmpty()) {
      String old = gone.remove(0);
      String sql = "UPDATE " + table + " SET version_num = ? WHERE version_num = ?";
      write.change(sql, List.of(come.remove(0), old), 1, rows -> moved(rows, old));
    }
    for (String old : gone) {
      String sql = "DELETE FROM " + table + " WHERE version_num = ?";
      write.change(sql, List.of(old), 1, rows -> moved(rows, old));
    }
    for (String head : come) {
      String sql = "INSERT INTO " + table + " (version_num) VALUES (?)";
      write.change(sql, List.of(head), 1, rows -> moved(rows, head));
    }
  }

  private RevisionException moved(long rows, String old) {
    return new RevisionException(
        Problem.of(
                MigrationCode.LEDGER_MISMATCH,
                "cannot move the heads of the database away from \"" + old + "\"")
            .found(rows + " rows of " + table + " with that revision")
            .expected("the row that was there when this run began")
            .fix("find out what else writes to the table, then run again"));
  }
}
