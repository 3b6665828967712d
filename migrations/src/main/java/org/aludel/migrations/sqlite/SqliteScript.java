package org.aludel.migrations.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.compile.SqlLiteral;
import org.aludel.migrations.runtime.Bookkeeping;
import org.aludel.migrations.runtime.ScriptText;

/**
 * The text of a script for {@code sqlite3} while it grows. SQL of SQLite cannot fail on purpose
 * outside a trigger, so a check that is named like the message stands where others would raise it.
 * Not thread-safe.
 */
final class SqliteScript implements ScriptText {
  private final Bookkeeping bookkeeping;
  private final StringBuilder text = new StringBuilder();

  SqliteScript(Bookkeeping bookkeeping) {
    this.bookkeeping = bookkeeping;
  }

  @Override
  public void begin(String what, int revisions) {
    comment(
        what
            + " of "
            + revisions
            + (revisions == 1 ? " revision." : " revisions.")
            + " Run it with:  sqlite3 -bail <database> < <this file>");
    statement(ForeignKeys.ON);
  }

  @Override
  public void end() {
    // Nothing was taken that would have to be given back.
  }

  @Override
  public void comment(String line) {
    text.append(text.isEmpty() ? "-- " : "\n-- ")
        .append(line.replaceAll("[\\r\\n]+", " "))
        .append('\n');
  }

  @Override
  public void transaction(List<String> statements) {
    text.append('\n');
    statement("BEGIN IMMEDIATE");
    statements.forEach(this::statement);
    statement("COMMIT");
  }

  @Override
  public void together(List<String> heads, List<List<String>> steps, List<String> settled) {
    boolean left = steps.stream().anyMatch(ForeignKeys::areLeft);
    if (left) {
      statement(ForeignKeys.OFF);
    }
    statement("BEGIN IMMEDIATE");
    requireAt(heads);
    steps.forEach(step -> step.forEach(this::statement));
    if (left) {
      require(
          "ORM-MIG-STEP-FAILED: foreign keys would be broken",
          "NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check)");
    }
    settled.forEach(this::statement);
    statement("COMMIT");
    if (left) {
      statement(ForeignKeys.ON);
    }
  }

  @Override
  public void alone(List<String> heads, List<List<String>> steps, List<String> settled) {
    comment("outside a transaction");
    requireAt(heads);
    steps.forEach(step -> step.forEach(this::statement));
    statement("BEGIN IMMEDIATE");
    settled.forEach(this::statement);
    statement("COMMIT");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void requireAt(List<String> heads) {
    String table = bookkeeping.table(bookkeeping.version());
    String wanted = heads.stream().sorted().map(SqlLiteral::text).collect(Collectors.joining(", "));
    require(
        "ORM-MIG-NOT-AT-HEAD: this part begins at "
            + (heads.isEmpty() ? "base" : String.join(", ", heads)),
        "(SELECT count(*) FROM "
            + table
            + ") = "
            + heads.size()
            + " AND NOT EXISTS (SELECT 1 FROM "
            + table
            + " WHERE version_num NOT IN ("
            + wanted
            + "))");
  }

  private void require(String message, String condition) {
    String check = "temp.aludel_check";
    statement(
        "CREATE TEMP TABLE aludel_check (ok integer CONSTRAINT \""
            + message.replace("\"", "\"\"")
            + "\" CHECK (ok))");
    statement("INSERT INTO " + check + " SELECT " + condition);
    statement("DROP TABLE " + check);
  }

  /** A semicolon on a line of its own where the statement may end in a comment. */
  private void statement(String sql) {
    String stripped = sql.stripTrailing();
    String last = stripped.substring(stripped.lastIndexOf('\n') + 1);
    text.append(stripped);
    if (last.contains("--")) {
      text.append('\n');
    }
    text.append(stripped.endsWith(";") && !last.contains("--") ? "\n" : ";\n");
  }
}
