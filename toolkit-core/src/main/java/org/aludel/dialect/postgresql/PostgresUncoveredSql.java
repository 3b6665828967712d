package org.aludel.dialect.postgresql;

/**
 * What a database may hold and {@code org.aludel.schema} has no object for, as one query: kind,
 * schema (null for what is in none), name. The list of kinds is that of pg_dump.
 */
final class PostgresUncoveredSql {
  static final String QUERY =
      """
      SELECT 'foreign table' AS kind, n.nspname AS schema, o.relname::text AS name
      FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace
      WHERE o.relkind = 'f' AND {schema} AND {free pg_class}
      UNION ALL
      SELECT CASE WHEN NOT o.typisdefined THEN 'shell type' ELSE 'base type' END, n.nspname,
        o.typname::text
      FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
      WHERE o.typtype IN ('b', 'p') AND {schema} AND {free pg_type}
        AND o.oid NOT IN (SELECT element.typarray FROM pg_type element)
      UNION ALL
      SELECT 'text search parser', n.nspname, o.prsname::text
      FROM pg_ts_parser o JOIN pg_namespace n ON n.oid = o.prsnamespace
      WHERE {schema} AND {free pg_ts_parser}
      UNION ALL
      SELECT 'text search template', n.nspname, o.tmplname::text
      FROM pg_ts_template o JOIN pg_namespace n ON n.oid = o.tmplnamespace
      WHERE {schema} AND {free pg_ts_template}
      UNION ALL
      SELECT 'transform', NULL, format_type(o.trftype, NULL) || ' for language ' || l.lanname
      FROM pg_transform o JOIN pg_language l ON l.oid = o.trflang
      WHERE o.oid >= 16384 AND {free pg_transform}
      UNION ALL
      SELECT 'language', NULL, o.lanname::text
      FROM pg_language o WHERE o.oid >= 16384 AND {free pg_language}
      UNION ALL
      SELECT 'access method', NULL, o.amname::text
      FROM pg_am o WHERE o.oid >= 16384 AND {free pg_am}
      UNION ALL
      SELECT 'subscription', NULL, o.subname::text
      FROM pg_subscription o JOIN pg_database d ON d.oid = o.subdbid
      WHERE d.datname = current_database()
      UNION ALL
      SELECT 'user mapping', NULL, m.srvname || ' for ' || m.usename FROM pg_user_mappings m
      UNION ALL
      SELECT 'security label', NULL, l.provider || ' ' || l.objtype || ' ' || l.objname
      FROM pg_seclabels l WHERE l.objtype NOT IN ('role', 'database', 'tablespace')
      """;

  private PostgresUncoveredSql() {}
}
