package org.aludel.migrations.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.compile.SqlLiteral;

/** The text of a script for {@code psql} while it grows. Not thread-safe. */
final class PsqlScript implements ScriptText {
  private final Bookkeeping bookkeeping;
  private final StringBuilder text = new StringBuilder();

  PsqlScript(Bookkeeping bookkeeping) {
    this.bookkeeping = bookkeeping;
  }

  /** Its lock keeps runners out. */
  @Override
  public void begin(String what, int revisions) {
    comment(
        what
            + " of "
            + revisions
            + (revisions == 1 ? " revision." : " revisions.")
            + " Run it with:  psql -v ON_ERROR_STOP=1 -f <this file> <database>");
    statement("SET client_encoding TO 'UTF8'");
    statement("SET standard_conforming_strings TO on");
    statement("SET row_security TO off");
    statement(
        raising(
            "NOT pg_catalog.pg_try_advisory_lock(" + key() + ")",
            "ORM-MIG-LOCKED: another process is running revisions"));
  }

  /** The lock is given back. */
  @Override
  public void end() {
    text.append('\n');
    statement("SELECT pg_catalog.pg_advisory_unlock(" + key() + ")");
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
    statement("BEGIN");
    statements.forEach(this::statement);
    statement("COMMIT");
  }

  @Override
  public void together(List<String> heads, List<List<String>> steps, List<String> settled) {
    statement("BEGIN");
    statement(at(heads));
    for (List<String> step : steps) {
      // At each step again, because the one before may have changed it.
      statement("SET LOCAL search_path TO " + bookkeeping.searchPath());
      step.forEach(this::statement);
    }
    settled.forEach(this::statement);
    statement("COMMIT");
  }

  @Override
  public void alone(List<String> heads, List<List<String>> steps, List<String> settled) {
    comment("outside a transaction");
    statement(at(heads));
    statement("SET search_path TO " + bookkeeping.searchPath());
    steps.forEach(step -> step.forEach(this::statement));
    statement("RESET search_path");
    statement("BEGIN");
    settled.forEach(this::statement);
    statement("COMMIT");
  }

  @Override
  public String toString() {
    return text.toString();
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

  private String at(List<String> heads) {
    String table = bookkeeping.table(bookkeeping.version());
    String wanted = heads.stream().sorted().map(SqlLiteral::text).collect(Collectors.joining(", "));
    String found =
        "ARRAY(SELECT version_num::text FROM " + table + " ORDER BY version_num COLLATE \"C\")";
    return raising(
        found + " IS DISTINCT FROM ARRAY[" + wanted + "]::text[]",
        "ORM-MIG-NOT-AT-HEAD: this part begins at "
            + (heads.isEmpty() ? "base" : String.join(", ", heads)));
  }

  private static String raising(String condition, String message) {
    return "DO $aludel$ BEGIN\n  IF "
        + condition
        + " THEN\n    RAISE EXCEPTION "
        + SqlLiteral.text(message)
        + ";\n  END IF;\nEND $aludel$";
  }

  private long key() {
    return MigrationLock.key(bookkeeping.options()).value();
  }
}
