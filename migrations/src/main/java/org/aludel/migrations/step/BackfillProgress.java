package org.aludel.migrations.step;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.SqlLiteral;
import org.aludel.engine.Connection;
import org.aludel.migrations.contention.SharedObject;
import org.aludel.sql.Row;

/**
 * The row that says how far a backfill has come. It is there from the beginning of the step until
 * the step itself is recorded.
 */
public final class BackfillProgress {
  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS %s (
        step varchar(600) NOT NULL PRIMARY KEY,
        definition text NOT NULL,
        position text[] NOT NULL,
        rows bigint NOT NULL,
        finished boolean NOT NULL,
        began timestamptz NOT NULL DEFAULT clock_timestamp(),
        at timestamptz NOT NULL DEFAULT clock_timestamp())\
      """;

  private final Connection connection;
  private final String table;
  private final String step;

  BackfillProgress(Connection connection, StepHost host) {
    this(connection, host.progressTable(), host.step());
  }

  /**
   * @param table as SQL writes it
   * @param step the name of the row
   */
  public BackfillProgress(Connection connection, String table, String step) {
    this.connection = connection;
    this.table = table;
    this.step = step;
  }

  /** Makes the table where it is missing; asks first, because making needs a right of its own. */
  public void create() {
    String exists = "SELECT pg_catalog.to_regclass(?) IS NOT NULL";
    if (!Boolean.TRUE.equals(connection.execute(exists, table).scalar(Boolean.class))) {
      SharedObject.make(connection, CREATE.formatted(table));
    }
  }

  /** Forgets it at the end of the step. */
  public void forget() {
    connection.update("DELETE FROM " + table + " WHERE step = " + SqlLiteral.text(step));
  }

  /**
   * Forgets what was noted before the step's revision was applied or undone: what is done now is
   * another run of it.
   *
   * @param log the table of what was done, as SQL writes it
   */
  public void forgetBefore(String log, String revision) {
    String sql =
        "DELETE FROM "
            + table
            + " p WHERE p.step = ? AND EXISTS (SELECT FROM "
            + log
            + " l WHERE l.revision = ? AND l.action <> 'ATTEMPT' AND l.at >= p.began)";
    connection.update(sql, step, revision);
  }

  /**
   * Where to go on.
   *
   * @param definition with another one than was noted all rows are to be done
   * @return the last key that was done; empty at the beginning
   */
  List<String> begin(String definition) {
    create();
    String sql =
        "INSERT INTO "
            + table
            + " AS p (step, definition, position, rows, finished) VALUES (?, ?, '{}', 0, false) ON"
            + " CONFLICT (step) DO UPDATE SET definition = excluded.definition, position = '{}',"
            + " rows = 0, finished = false, began = pg_catalog.clock_timestamp() WHERE p.definition"
            + " <> excluded.definition";
    connection.update(sql, step, definition);
    List<String> position = new ArrayList<>();
    String read =
        "SELECT k.text FROM "
            + table
            + " p CROSS JOIN LATERAL pg_catalog.unnest(p.position) WITH ORDINALITY k (text, n)"
            + " WHERE p.step = ? ORDER BY k.n";
    for (Row row : connection.execute(read, step)) {
      position.add(String.valueOf(row.get(0)));
    }
    return position;
  }

  boolean finished() {
    String sql = "SELECT finished FROM " + table + " WHERE step = ?";
    return Boolean.TRUE.equals(connection.execute(sql, step).scalar(Boolean.class));
  }

  void finish() {
    connection.update("UPDATE " + table + " SET finished = true WHERE step = ?", step);
  }

  /** The row, as what stands behind FROM. */
  String row() {
    return table + " WHERE step = " + SqlLiteral.text(step);
  }

  /** Moves it to the end of a range. */
  String update(String keys) {
    return "UPDATE "
        + table
        + " p SET position = (SELECT ARRAY["
        + keys
        + "] FROM aludel_end), rows = p.rows + (SELECT count(*) FROM aludel_changed), at ="
        + " pg_catalog.clock_timestamp() WHERE p.step = "
        + SqlLiteral.text(step)
        + " AND EXISTS (SELECT FROM aludel_end) RETURNING 1";
  }
}
