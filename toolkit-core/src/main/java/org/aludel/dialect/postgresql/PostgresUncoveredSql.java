package org.aludel.dialect.postgresql;

/**
 * What a database may hold and {@code org.aludel.schema} has no object for, as one query: kind,
 * schema (null for what is in none), name. The list of kinds is that of pg_dump.
 */
final class PostgresUncoveredSql {
  static final String QUERY =
      """
      SELECT CASE WHEN o.relispartition THEN 'partition' WHEN o.relkind = 'v' THEN 'view'
          WHEN o.relkind = 'm' THEN 'materialized view' WHEN o.relkind = 'f' THEN 'foreign table'
          WHEN o.relkind = 'p' THEN 'partitioned table' WHEN o.relkind = 'c' THEN 'composite type'
          ELSE 'inherited table' END AS kind, n.nspname AS schema, o.relname::text AS name
      FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace
      WHERE o.relpersistence <> 't' AND {schema} AND {free pg_class}
        AND (o.relkind IN ('v', 'm', 'f', 'p', 'c') OR o.relkind = 'r' AND (o.relispartition
          OR o.oid IN (SELECT inhrelid FROM pg_inherits)
          OR o.oid IN (SELECT inhparent FROM pg_inherits)))
      UNION ALL
      SELECT CASE WHEN NOT o.typisdefined THEN 'shell type' WHEN o.typtype = 'd' THEN 'domain'
          WHEN o.typtype = 'r' THEN 'range type' ELSE 'base type' END, n.nspname, o.typname::text
      FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
      WHERE o.typtype IN ('d', 'r', 'b', 'p') AND {schema} AND {free pg_type}
        AND o.oid NOT IN (SELECT element.typarray FROM pg_type element)
      UNION ALL
      SELECT CASE o.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
          ELSE 'function' END, n.nspname,
        o.proname || '(' || pg_get_function_identity_arguments(o.oid) || ')'
      FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace
      WHERE {schema} AND o.oid NOT IN (SELECT e.objid FROM pg_depend e
        WHERE e.classid = 'pg_proc'::regclass AND e.deptype IN ('e', 'i'))
      UNION ALL
      SELECT 'trigger', n.nspname, t.relname || '.' || o.tgname
      FROM pg_trigger o JOIN pg_class t ON t.oid = o.tgrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE NOT o.tgisinternal AND o.tgparentid = 0 AND {schema} AND {free pg_trigger}
      UNION ALL
      SELECT 'rule', n.nspname, t.relname || '.' || o.rulename
      FROM pg_rewrite o JOIN pg_class t ON t.oid = o.ev_class
        JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE o.rulename <> '_RETURN' AND {schema} AND {free pg_rewrite}
        AND t.oid NOT IN (SELECT e.objid FROM pg_depend e
          WHERE e.classid = 'pg_class'::regclass AND e.deptype = 'e')
      UNION ALL
      SELECT 'policy', n.nspname, t.relname || '.' || o.polname
      FROM pg_policy o JOIN pg_class t ON t.oid = o.polrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE {schema} AND {free pg_policy}
      UNION ALL
      SELECT 'statistics object', n.nspname, o.stxname::text
      FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace
      WHERE {schema} AND {free pg_statistic_ext}
      UNION ALL
      SELECT 'collation', n.nspname, o.collname::text
      FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
      WHERE {schema} AND {free pg_collation}
      UNION ALL
      SELECT 'conversion', n.nspname, o.conname::text
      FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace
      WHERE {schema} AND {free pg_conversion}
      UNION ALL
      SELECT 'operator', n.nspname, o.oprname || '(' ||
        CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', ' ||
        CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')'
      FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
      WHERE {schema} AND {free pg_operator}
      UNION ALL
      SELECT 'operator class', n.nspname, o.opcname || ' using ' || m.amname
      FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace
        JOIN pg_am m ON m.oid = o.opcmethod
      WHERE {schema} AND {free pg_opclass}
      UNION ALL
      SELECT 'operator family', n.nspname, o.opfname || ' using ' || m.amname
      FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace
        JOIN pg_am m ON m.oid = o.opfmethod
      WHERE {schema} AND {free pg_opfamily}
      UNION ALL
      SELECT 'text search configuration', n.nspname, o.cfgname::text
      FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
      WHERE {schema} AND {free pg_ts_config}
      UNION ALL
      SELECT 'text search dictionary', n.nspname, o.dictname::text
      FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace
      WHERE {schema} AND {free pg_ts_dict}
      UNION ALL
      SELECT 'text search parser', n.nspname, o.prsname::text
      FROM pg_ts_parser o JOIN pg_namespace n ON n.oid = o.prsnamespace
      WHERE {schema} AND {free pg_ts_parser}
      UNION ALL
      SELECT 'text search template', n.nspname, o.tmplname::text
      FROM pg_ts_template o JOIN pg_namespace n ON n.oid = o.tmplnamespace
      WHERE {schema} AND {free pg_ts_template}
      UNION ALL
      SELECT 'cast', NULL,
        '(' || format_type(o.castsource, NULL) || ' as ' || format_type(o.casttarget, NULL) || ')'
      FROM pg_cast o WHERE o.oid >= 16384 AND {free pg_cast}
        AND NOT EXISTS (SELECT FROM pg_range r WHERE r.rngtypid = o.castsource)
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
      SELECT 'event trigger', NULL, o.evtname::text
      FROM pg_event_trigger o WHERE {free pg_event_trigger}
      UNION ALL
      SELECT 'publication', NULL, o.pubname::text
      FROM pg_publication o WHERE {free pg_publication}
      UNION ALL
      SELECT 'subscription', NULL, o.subname::text
      FROM pg_subscription o JOIN pg_database d ON d.oid = o.subdbid
      WHERE d.datname = current_database()
      UNION ALL
      SELECT 'foreign data wrapper', NULL, o.fdwname::text
      FROM pg_foreign_data_wrapper o WHERE {free pg_foreign_data_wrapper}
      UNION ALL
      SELECT 'foreign server', NULL, o.srvname::text
      FROM pg_foreign_server o WHERE {free pg_foreign_server}
      UNION ALL
      SELECT 'user mapping', NULL, m.srvname || ' for ' || m.usename FROM pg_user_mappings m
      UNION ALL
      SELECT 'default privileges', NULL,
        pg_get_userbyid(o.defaclrole) || ' ' || o.defaclobjtype::text
          || coalesce(' in ' || n.nspname, '')
      FROM pg_default_acl o LEFT JOIN pg_namespace n ON n.oid = o.defaclnamespace
      UNION ALL
      SELECT 'security label', NULL, l.provider || ' ' || l.objtype || ' ' || l.objname
      FROM pg_seclabels l WHERE l.objtype NOT IN ('role', 'database', 'tablespace')
      """;

  private PostgresUncoveredSql() {}
}
