package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.sql.Row;

/**
 * Empties a database: all schemas but the system's own go with what is in them; the default one
 * stays as it is, and what is in it goes. What belongs to no schema stays too.
 */
final class Wipe {
  private static final String SCHEMAS =
      """
      SELECT pg_catalog.format('DROP SCHEMA IF EXISTS %I CASCADE', n.nspname)
      FROM pg_catalog.pg_namespace n
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', ?)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            AND d.objid = n.oid AND d.deptype = 'e')
      ORDER BY 1""";

  /**
   * What belongs to an identity column or to an extension goes with it. The word for statistics is
   * another one in DROP.
   */
  private static final String CONTENTS =
      """
      SELECT pg_catalog.format('DROP %s IF EXISTS %s CASCADE',
        pg_catalog.replace(o.type, 'statistics object', 'statistics'), o.identity)
      FROM pg_catalog.pg_namespace n
      JOIN pg_catalog.pg_depend d ON d.refobjid = n.oid AND d.deptype = 'n'
        AND d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
      CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) o
      WHERE n.nspname = ?
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
          WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype IN ('i', 'e'))
      ORDER BY o.type, o.identity""";

  private final String schema;

  Wipe(String schema) {
    this.schema = schema;
  }

  /** Does it in the current transaction. */
  void run(Connection connection) {
    dropAll(connection, SCHEMAS);
    dropAll(connection, CONTENTS);
  }

  private void dropAll(Connection connection, String listing) {
    List<String> statements = new ArrayList<>();
    for (Row row : connection.execute(listing, schema)) {
      statements.add(String.valueOf(row.get(0)));
    }
    statements.forEach(connection::update);
  }
}
