package org.aludel.migrations.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.compile.SqlLiteral;
import org.aludel.migrations.runtime.Bookkeeping;
import org.aludel.migrations.runtime.ScriptLines;
import org.aludel.migrations.runtime.ScriptText;

/**
 * The text of a script for {@code sqlite3} while it grows. SQL of SQLite cannot fail on purpose
 * outside a trigger, so a check that is named like the message stands where others would raise it.
 * Not thread-safe.
 */
final class SqliteScript implements ScriptText {
  private final Bookkeeping bookkeeping;
  private final ScriptLines lines = new ScriptLines();

  SqliteScript(Bookkeeping bookkeeping) {
    this.bookkeeping = bookkeeping;
  }

  @Override
  public void begin(String what, int revisions) {
    lines.title(what, revisions, "sqlite3 -bail <database> < <this file>");
    lines.statement(ForeignKeys.ON);
  }

  @Override
  public void end() {
    // Nothing was taken that would have to be given back.
  }

  @Override
  public void comment(String line) {
    lines.comment(line);
  }

  @Override
  public void transaction(List<String> statements) {
    lines.gap();
    lines.statement("BEGIN IMMEDIATE");
    statements.forEach(lines::statement);
    lines.statement("COMMIT");
  }

  @Override
  public void together(List<String> heads, List<List<String>> steps, List<String> settled) {
    boolean left = steps.stream().anyMatch(ForeignKeys::areLeft);
    if (left) {
      lines.statement(ForeignKeys.OFF);
    }
    lines.statement("BEGIN IMMEDIATE");
    requireAt(heads);
    steps.forEach(step -> step.forEach(lines::statement));
    if (left) {
      require(
          "ORM-MIG-STEP-FAILED: foreign keys would be broken",
          "NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check)");
    }
    settled.forEach(lines::statement);
    lines.statement("COMMIT");
    if (left) {
      lines.statement(ForeignKeys.ON);
    }
  }

  @Override
  public void alone(List<String> heads, List<List<String>> steps, List<String> settled) {
    comment("outside a transaction");
    requireAt(heads);
    steps.forEach(step -> step.forEach(lines::statement));
    lines.statement("BEGIN IMMEDIATE");
    settled.forEach(lines::statement);
    lines.statement("COMMIT");
  }

  @Override
  public String toString() {
    return lines.toString();
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
    lines.statement(
        "CREATE TEMP TABLE aludel_check (ok integer CONSTRAINT \""
            + message.replace("\"", "\"\"")
            + "\" CHECK (ok))");
    lines.statement("INSERT INTO " + check + " SELECT " + condition);
    lines.statement("DROP TABLE " + check);
  }
}
