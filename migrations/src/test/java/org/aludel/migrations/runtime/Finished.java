package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aludel.testing.TestDatabase;

/**
 * All by which an upgrade that was disturbed must equal one that was not.
 *
 * @param schema what pg_dump says where one is installed
 * @param objects relations as the catalogue has them, invalid indexes as such
 * @param rows of each table of the history
 */
record Finished(
    List<String> heads,
    List<String> ledger,
    List<String> log,
    List<String> objects,
    Map<String, List<String>> rows,
    Optional<String> schema) {

  private static final String OBJECTS =
      """
      SELECT c.relname || ' ' || c.relkind::text || ' ' || coalesce(i.indisvalid::text, '')
      FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1\
      """;

  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
        AND c.relkind IN ('r', 'm', 'p') AND c.relname NOT LIKE 'aludel%'
        AND c.relname NOT LIKE 'databasechangelog%' ORDER BY 1\
      """;

  private static final String LOG =
      "SELECT revision || ' ' || action FROM aludel_revision_log WHERE action <> 'ATTEMPT'"
          + " ORDER BY id";

  static Finished of(TestDatabase database) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : column(database, TABLES)) {
      rows.put(table, column(database, "SELECT t::text FROM " + table + " t ORDER BY 1"));
    }
    return new Finished(
        Script.heads(database),
        Script.ledger(database),
        column(database, LOG),
        column(database, OBJECTS),
        rows,
        database.dumpSchema());
  }
}
