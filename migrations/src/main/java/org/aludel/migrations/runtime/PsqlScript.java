package org.aludel.migrations.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.compile.SqlLiteral;

/** The text of a script for {@code psql} while it grows. Not thread-safe. */
final class PsqlScript implements ScriptText {
  private final Bookkeeping bookkeeping;
  private final ScriptLines lines = new ScriptLines();

  PsqlScript(Bookkeeping bookkeeping) {
    this.bookkeeping = bookkeeping;
  }

  /** Its lock keeps runners out. */
  @Override
  public void begin(String what, int revisions) {
    lines.title(what, revisions, "psql -v ON_ERROR_STOP=1 -f <this file> <database>");
    lines.statement("SET client_encoding TO 'UTF8'");
    lines.statement("SET standard_conforming_strings TO on");
    lines.statement("SET row_security TO off");
    lines.statement(
        raising(
            "NOT pg_catalog.pg_try_advisory_lock(" + key() + ")",
            "ORM-MIG-LOCKED: another process is running revisions"));
  }

  /** The lock is given back. */
  @Override
  public void end() {
    lines.gap();
    lines.statement("SELECT pg_catalog.pg_advisory_unlock(" + key() + ")");
  }

  @Override
  public void comment(String line) {
    lines.comment(line);
  }

  @Override
  public void transaction(List<String> statements) {
    lines.gap();
    lines.statement("BEGIN");
    statements.forEach(lines::statement);
    lines.statement("COMMIT");
  }

  @Override
  public void together(List<String> heads, List<List<String>> steps, List<String> settled) {
    lines.statement("BEGIN");
    lines.statement(at(heads));
    for (List<String> step : steps) {
      // At each step again, because the one before may have changed it.
      lines.statement("SET LOCAL search_path TO " + bookkeeping.searchPath());
      step.forEach(lines::statement);
    }
    settled.forEach(lines::statement);
    lines.statement("COMMIT");
  }

  @Override
  public void alone(List<String> heads, List<List<String>> steps, List<String> settled) {
    comment("outside a transaction");
    lines.statement(at(heads));
    lines.statement("SET search_path TO " + bookkeeping.searchPath());
    steps.forEach(step -> step.forEach(lines::statement));
    lines.statement("RESET search_path");
    lines.statement("BEGIN");
    settled.forEach(lines::statement);
    lines.statement("COMMIT");
  }

  @Override
  public String toString() {
    return lines.toString();
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
