package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.sql.Row;

/**
 * Empties a database: all schemas but the system's own go with what is in them, and the default one
 * is made anew with its owner, privileges and comment. What belongs to no schema stays.
 */
final class Wipe {
  private static final String SCHEMAS =
      """
      SELECT n.nspname::text FROM pg_catalog.pg_namespace n
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            AND d.objid = n.oid AND d.deptype = 'e')
      ORDER BY 1""";

  /**
   * Statements that give a new schema what the old one had. Not everybody may give a schema away;
   * it belongs to whoever resets then.
   */
  private static final String REMAKE =
      """
      SELECT text FROM (
      SELECT 1 AS rank, pg_catalog.format('CREATE SCHEMA %I', n.nspname) AS text
        FROM pg_catalog.pg_namespace n WHERE n.nspname = ?
      UNION ALL
      SELECT 2, pg_catalog.format('GRANT %s ON SCHEMA %I TO %s', a.privilege_type, n.nspname,
          CASE WHEN a.grantee = 0 THEN 'PUBLIC'
               ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END)
        FROM pg_catalog.pg_namespace n, pg_catalog.aclexplode(n.nspacl) a
        WHERE n.nspname = ? AND a.grantee <> n.nspowner
      UNION ALL
      SELECT 3, pg_catalog.format('COMMENT ON SCHEMA %I IS %L', n.nspname, d.description)
        FROM pg_catalog.pg_namespace n
        JOIN pg_catalog.pg_description d ON d.objoid = n.oid
          AND d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
        WHERE n.nspname = ?
      UNION ALL
      SELECT 4, pg_catalog.format('DO $aludel$ BEGIN ALTER SCHEMA %I OWNER TO %I;'
          ' EXCEPTION WHEN insufficient_privilege THEN NULL; END $aludel$', n.nspname,
          pg_catalog.pg_get_userbyid(n.nspowner))
        FROM pg_catalog.pg_namespace n WHERE n.nspname = ?) parts ORDER BY rank, text""";

  private final String schema;

  Wipe(String schema) {
    this.schema = schema;
  }

  /**
   * Does it in the current transaction.
   *
   * @return the schemas that went
   */
  List<String> run(Connection connection) {
    List<String> remake = texts(connection, REMAKE, schema, schema, schema, schema);
    List<String> schemas = texts(connection, SCHEMAS);
    for (String each : schemas) {
      connection.update("DROP SCHEMA " + connection.dialect().quoter().quote(each) + " CASCADE");
    }
    remake.forEach(connection::update);
    return schemas;
  }

  private static List<String> texts(Connection connection, String sql, Object... values) {
    List<String> texts = new ArrayList<>();
    for (Row row : connection.execute(sql, values)) {
      texts.add(String.valueOf(row.get(0)));
    }
    return texts;
  }
}
