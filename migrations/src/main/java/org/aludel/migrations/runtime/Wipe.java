package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.sql.Row;

/**
 * Empties a database of all that was made in it: event triggers, publications, extensions with what
 * they made, foreign servers, languages, casts, all schemas with what is in them, default
 * privileges, large objects. What each database has from its template stays: the system's schemas
 * and languages, and {@code public}, which loses its contents and gets the comment and privileges
 * back that it began with. The default schema stays too, empty. Roles, settings and comments of the
 * database as a whole belong to the server and stay.
 *
 * <p>An extension that the role may not drop stays with what it made: another one put it there.
 */
final class Wipe {
  /** Source: PostgreSQL 18, transam.h, FirstNormalObjectId: what is below is from a template. */
  private static final String OWN = " >= 16384";

  /** First, because they would be asked about each drop that follows. */
  private static final String EVENT_TRIGGERS =
      "SELECT pg_catalog.format('DROP EVENT TRIGGER IF EXISTS %I', evtname)"
          + " FROM pg_catalog.pg_event_trigger e WHERE"
          + notOfExtension("pg_event_trigger", "e.oid")
          + " ORDER BY 1";

  /** Without its slot, a subscription ends here; the slot at the other server is not touched. */
  private static final String SUBSCRIPTIONS =
      """
      SELECT pg_catalog.format('ALTER SUBSCRIPTION %1$I DISABLE;
        ALTER SUBSCRIPTION %1$I SET (slot_name = NONE); DROP SUBSCRIPTION %1$I', subname)
      FROM pg_catalog.pg_subscription
      WHERE subdbid = (SELECT oid FROM pg_catalog.pg_database
        WHERE datname = pg_catalog.current_database())
      ORDER BY 1\
      """;

  private static final String PUBLICATIONS =
      "SELECT pg_catalog.format('DROP PUBLICATION IF EXISTS %I', pubname)"
          + " FROM pg_catalog.pg_publication ORDER BY 1";

  private static final String EXTENSIONS =
      "SELECT pg_catalog.format('DROP EXTENSION IF EXISTS %I CASCADE', extname)"
          + " FROM pg_catalog.pg_extension WHERE pg_catalog.pg_has_role(extowner, 'USAGE')"
          + " AND oid"
          + OWN
          + " ORDER BY 1";

  /** What belongs to no schema: wrappers take servers and mappings along. */
  private static final String BESIDE_SCHEMAS =
      """
      SELECT pg_catalog.format('DROP %s IF EXISTS %s CASCADE',
        pg_catalog.replace(o.type, '-', ' '), o.identity)
      FROM (SELECT 'pg_foreign_data_wrapper'::pg_catalog.regclass AS class, oid
              FROM pg_catalog.pg_foreign_data_wrapper
            UNION ALL SELECT 'pg_transform'::pg_catalog.regclass, oid FROM pg_catalog.pg_transform
            UNION ALL SELECT 'pg_cast'::pg_catalog.regclass, oid FROM pg_catalog.pg_cast
            UNION ALL SELECT 'pg_language'::pg_catalog.regclass, oid FROM pg_catalog.pg_language
            UNION ALL SELECT 'pg_am'::pg_catalog.regclass, oid FROM pg_catalog.pg_am) all_of
      CROSS JOIN LATERAL pg_catalog.pg_identify_object(all_of.class, all_of.oid, 0) o
      WHERE all_of.oid >= 16384
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i WHERE i.classid = all_of.class
          AND i.objid = all_of.oid AND i.deptype IN ('i', 'e'))
      ORDER BY 1\
      """;

  private static final String SCHEMAS =
      "SELECT pg_catalog.format('DROP SCHEMA IF EXISTS %I CASCADE', n.nspname)"
          + " FROM pg_catalog.pg_namespace n WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> ?"
          + " AND n.oid"
          + OWN
          + " AND"
          + notOfExtension("pg_namespace", "n.oid")
          + " ORDER BY 1";

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
        AND d.classid <> 'pg_catalog.pg_default_acl'::pg_catalog.regclass
      CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) o
      WHERE n.nspname IN (?, 'public')
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
          WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype IN ('i', 'e'))
      ORDER BY o.type, o.identity\
      """;

  /**
   * Rules for objects to come: revoking what they give and giving back what holds without them
   * leaves no rule. Without a schema, what holds is the server's own default.
   */
  private static final String DEFAULT_PRIVILEGES =
      """
      SELECT pg_catalog.format('ALTER DEFAULT PRIVILEGES FOR ROLE %s%s %s ON %s %s %s',
        d.defaclrole::pg_catalog.regrole,
        ' IN SCHEMA ' || d.defaclnamespace::pg_catalog.regnamespace, a.verb,
        CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
          WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS'
          ELSE 'LARGE OBJECTS' END, a.preposition,
        CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::pg_catalog.regrole::text END)
      FROM (SELECT defaclrole, defaclobjtype, defaclacl,
              nullif(defaclnamespace, 0) AS defaclnamespace FROM pg_catalog.pg_default_acl) d
      CROSS JOIN LATERAL (
        SELECT DISTINCT 1 AS step, 'REVOKE ALL' AS verb, 'FROM' AS preposition, grantee
          FROM pg_catalog.aclexplode(d.defaclacl)
        UNION ALL SELECT 2, 'GRANT ' || pg_catalog.string_agg(privilege_type, ', '), 'TO', grantee
          FROM pg_catalog.aclexplode(pg_catalog.acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's'
            ELSE d.defaclobjtype END, d.defaclrole))
          WHERE d.defaclnamespace IS NULL GROUP BY grantee) a
      ORDER BY d.defaclrole, d.defaclobjtype, d.defaclnamespace, a.step, a.grantee\
      """;

  private static final String LARGE_OBJECTS =
      "SELECT pg_catalog.format('SELECT pg_catalog.lo_unlink(%s)', oid)"
          + " FROM pg_catalog.pg_largeobject_metadata ORDER BY oid";

  /** Source: what initdb gives to public, as pg_init_privs keeps it. */
  private static final String PUBLIC_PRIVILEGES =
      """
      SELECT pg_catalog.format('%s %s ON SCHEMA public %s %s', a.verb, a.privilege_type,
        a.preposition,
        CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::pg_catalog.regrole::text END)
      FROM pg_catalog.pg_namespace n
      JOIN pg_catalog.pg_init_privs i ON i.objoid = n.oid
        AND i.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
      CROSS JOIN LATERAL (
        SELECT 'REVOKE' AS verb, 'FROM' AS preposition, grantee, privilege_type
        FROM (SELECT grantee, privilege_type FROM pg_catalog.aclexplode(n.nspacl) EXCEPT
          SELECT grantee, privilege_type FROM pg_catalog.aclexplode(i.initprivs)) more
        UNION ALL SELECT 'GRANT', 'TO', grantee, privilege_type
        FROM (SELECT grantee, privilege_type FROM pg_catalog.aclexplode(i.initprivs) EXCEPT
          SELECT grantee, privilege_type FROM pg_catalog.aclexplode(n.nspacl)) less) a
      WHERE n.nspname = 'public' ORDER BY 1\
      """;

  private static final String PUBLIC_COMMENT =
      """
      SELECT 'COMMENT ON SCHEMA public IS ''standard public schema'''
      FROM pg_catalog.pg_namespace WHERE nspname = 'public' AND oid < 16384
        AND pg_catalog.obj_description(oid, 'pg_namespace') IS DISTINCT FROM
          'standard public schema'\
      """;

  private final String schema;

  Wipe(String schema) {
    this.schema = schema;
  }

  /** Does it in the current transaction. */
  void run(Connection connection) {
    dropAll(connection, EVENT_TRIGGERS);
    dropAll(connection, SUBSCRIPTIONS);
    dropAll(connection, PUBLICATIONS);
    dropAll(connection, EXTENSIONS);
    dropAll(connection, BESIDE_SCHEMAS);
    dropAll(connection, SCHEMAS, schema);
    dropAll(connection, CONTENTS, schema);
    dropAll(connection, DEFAULT_PRIVILEGES);
    dropAll(connection, LARGE_OBJECTS);
    dropAll(connection, PUBLIC_PRIVILEGES);
    dropAll(connection, PUBLIC_COMMENT);
  }

  private static String notOfExtension(String catalogue, String oid) {
    return " NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog."
        + catalogue
        + "'::pg_catalog.regclass AND d.objid = "
        + oid
        + " AND d.deptype = 'e')";
  }

  private static void dropAll(Connection connection, String listing, Object... binds) {
    List<String> statements = new ArrayList<>();
    for (Row row : connection.execute(listing, binds)) {
      statements.add(String.valueOf(row.get(0)));
    }
    for (String each : statements) {
      connection.execute(each).close();
    }
  }
}
