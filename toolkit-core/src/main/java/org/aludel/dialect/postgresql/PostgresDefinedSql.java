package org.aludel.dialect.postgresql;

import java.util.List;

/**
 * The objects that are handled by their definition, as one query: where the catalogue has them,
 * kind and identity, the relation they belong to or 0, the statement that creates them, and
 * statements that complete it. Source: PostgreSQL 13 to 18, chapter System Catalogs, and the
 * statements of each kind.
 */
final class PostgresDefinedSql {
  private static final String HEAD =
      """
      SELECT q.*, d.description AS comment FROM (
      """;

  private static final String TAIL =
      """
      ) q LEFT JOIN pg_description d
        ON d.objoid = q.oid AND d.classoid = q.class AND d.objsubid = 0
      """;

  private static final String ROUTINES =
      """
      SELECT 'pg_proc'::regclass::oid AS class, o.oid,
        CASE o.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS kind,
        n.nspname::text AS schema, o.proname::text AS name,
        (SELECT coalesce(string_agg(format_type(k.type, NULL), ', ' ORDER BY k.at), '')
          FROM unnest(o.proargtypes::oid[]) WITH ORDINALITY k(type, at)) AS part,
        0::oid AS relation, pg_get_functiondef(o.oid) AS definition, '{}'::text[] AS alterations
      FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace
      WHERE o.prokind <> 'a' AND {schema} AND o.oid NOT IN (SELECT e.objid FROM pg_depend e
        WHERE e.classid = 'pg_proc'::regclass AND e.deptype IN ('e', 'i'))
      """;

  private static final String AGGREGATES =
      """
      SELECT 'pg_proc'::regclass, o.oid, 'AGGREGATE', n.nspname::text, o.proname::text,
        coalesce(nullif(pg_get_function_identity_arguments(o.oid), ''), '*'), 0::oid,
        'CREATE AGGREGATE ' || {name o.proname} || '('
          || coalesce(nullif(pg_get_function_arguments(o.oid), ''), '*') || ') ('
          || concat_ws(', ', 'SFUNC = ' || a.aggtransfn::text,
            'STYPE = ' || format_type(a.aggtranstype, NULL),
            CASE WHEN a.aggtransspace <> 0 THEN 'SSPACE = ' || a.aggtransspace END,
            CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn::text END,
            CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
            CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <>
                CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN 'FINALFUNC_MODIFY = '
              || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
                ELSE 'READ_WRITE' END END,
            CASE WHEN a.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn::text END,
            CASE WHEN a.aggserialfn <> 0 THEN 'SERIALFUNC = ' || a.aggserialfn::text END,
            CASE WHEN a.aggdeserialfn <> 0 THEN 'DESERIALFUNC = ' || a.aggdeserialfn::text END,
            'INITCOND = ' || quote_literal(a.agginitval),
            CASE WHEN a.aggmtransfn <> 0 THEN 'MSFUNC = ' || a.aggmtransfn::text END,
            CASE WHEN a.aggminvtransfn <> 0 THEN 'MINVFUNC = ' || a.aggminvtransfn::text END,
            CASE WHEN a.aggmtranstype <> 0
              THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
            CASE WHEN a.aggmtransspace <> 0 THEN 'MSSPACE = ' || a.aggmtransspace END,
            CASE WHEN a.aggmfinalfn <> 0 THEN 'MFINALFUNC = ' || a.aggmfinalfn::text END,
            CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
            CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <>
                CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN 'MFINALFUNC_MODIFY = '
              || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
                ELSE 'READ_WRITE' END END,
            'MINITCOND = ' || quote_literal(a.aggminitval),
            CASE WHEN a.aggsortop <> 0 THEN 'SORTOP = OPERATOR('
              || (SELECT quote_ident(sn.nspname) || '.' || s.oprname FROM pg_operator s
                JOIN pg_namespace sn ON sn.oid = s.oprnamespace WHERE s.oid = a.aggsortop)
              || ')' END,
            CASE o.proparallel WHEN 's' THEN 'PARALLEL = safe'
              WHEN 'r' THEN 'PARALLEL = restricted' END,
            CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END) || ')',
        '{}'::text[]
      FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace
        JOIN pg_aggregate a ON a.aggfnoid = o.oid
      WHERE {schema} AND {free pg_proc}
      """;

  private static final String TRIGGERS =
      """
      SELECT 'pg_trigger'::regclass, o.oid, 'TRIGGER', n.nspname::text, t.relname::text,
        o.tgname::text, t.oid, pg_get_triggerdef(o.oid, true),
        CASE WHEN o.tgenabled <> 'O' THEN ARRAY['ALTER TABLE ' || {name t.relname}
          || CASE o.tgenabled WHEN 'D' THEN ' DISABLE TRIGGER '
            WHEN 'R' THEN ' ENABLE REPLICA TRIGGER ' ELSE ' ENABLE ALWAYS TRIGGER ' END
          || quote_ident(o.tgname)] ELSE '{}' END
        || CASE WHEN t.relkind = 'p' THEN ARRAY(
          WITH RECURSIVE clone AS (
            SELECT oid, tgrelid, tgname, tgenabled FROM pg_trigger WHERE tgparentid = o.oid
            UNION ALL
            SELECT c.oid, c.tgrelid, c.tgname, c.tgenabled
            FROM clone JOIN pg_trigger c ON c.tgparentid = clone.oid)
          SELECT 'ALTER TABLE ONLY ' || tgrelid::regclass::text
            || CASE tgenabled WHEN 'D' THEN ' DISABLE TRIGGER ' WHEN 'O' THEN ' ENABLE TRIGGER '
              WHEN 'R' THEN ' ENABLE REPLICA TRIGGER ' ELSE ' ENABLE ALWAYS TRIGGER ' END
            || quote_ident(tgname)
          FROM clone WHERE tgenabled <> o.tgenabled ORDER BY 1) ELSE '{}' END
      FROM pg_trigger o JOIN pg_class t ON t.oid = o.tgrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE NOT o.tgisinternal AND o.tgparentid = 0 AND {schema} AND {free pg_trigger}
      """;

  private static final String RULES =
      """
      SELECT 'pg_rewrite'::regclass, o.oid, 'RULE', n.nspname::text, t.relname::text,
        o.rulename::text, t.oid, pg_get_ruledef(o.oid),
        CASE WHEN o.ev_enabled <> 'O' THEN ARRAY['ALTER TABLE ' || {name t.relname}
          || CASE o.ev_enabled WHEN 'D' THEN ' DISABLE RULE '
            WHEN 'R' THEN ' ENABLE REPLICA RULE ' ELSE ' ENABLE ALWAYS RULE ' END
          || quote_ident(o.rulename)] ELSE '{}' END
      FROM pg_rewrite o JOIN pg_class t ON t.oid = o.ev_class
        JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE o.rulename <> '_RETURN' AND {schema} AND {free pg_rewrite}
      """;

  private static final String POLICIES =
      """
      SELECT 'pg_policy'::regclass, o.oid, 'POLICY', n.nspname::text, t.relname::text,
        o.polname::text, t.oid,
        'CREATE POLICY ' || quote_ident(o.polname) || ' ON ' || {name t.relname}
          || CASE WHEN o.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
          || CASE o.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT'
            WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END
          || CASE WHEN o.polroles = '{0}' THEN '' ELSE ' TO ' ||
            (SELECT string_agg(CASE k.role WHEN 0 THEN 'PUBLIC'
                ELSE quote_ident(pg_get_userbyid(k.role)) END, ', '
                ORDER BY pg_get_userbyid(k.role)) FROM unnest(o.polroles) k(role)) END
          || coalesce(' USING (' || pg_get_expr(o.polqual, o.polrelid) || ')', '')
          || coalesce(' WITH CHECK (' || pg_get_expr(o.polwithcheck, o.polrelid) || ')', ''),
        '{}'::text[]
      FROM pg_policy o JOIN pg_class t ON t.oid = o.polrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE {schema} AND {free pg_policy}
      """;

  /** The columns by name: the server lists them in the order that they have in the table. */
  private static final String STATISTICS =
      """
      SELECT 'pg_statistic_ext'::regclass, o.oid, 'STATISTICS_OBJECT', n.nspname::text,
        o.stxname::text, '', o.stxrelid,
        coalesce((SELECT replace(pg_get_statisticsobjdef(o.oid),
            ' ON ' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
            ' ON ' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname))
          FROM pg_attribute a WHERE a.attrelid = o.stxrelid
            AND a.attnum = ANY (o.stxkeys::int2[])), pg_get_statisticsobjdef(o.oid)),
        CASE WHEN coalesce(o.stxstattarget, -1) <> -1 THEN ARRAY['ALTER STATISTICS '
          || {name o.stxname} || ' SET STATISTICS ' || o.stxstattarget] ELSE '{}' END
      FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace
      WHERE {schema} AND {free pg_statistic_ext}
      """;

  private static final String EVENT_TRIGGERS =
      """
      SELECT 'pg_event_trigger'::regclass, o.oid, 'EVENT_TRIGGER', NULL, o.evtname::text, '', 0::oid,
        'CREATE EVENT TRIGGER ' || quote_ident(o.evtname) || ' ON ' || o.evtevent
          || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ')
            FROM unnest(o.evttags) tag) || ')', '')
          || ' EXECUTE FUNCTION ' || o.evtfoid::regproc::text || '()',
        CASE WHEN o.evtenabled <> 'O' THEN ARRAY['ALTER EVENT TRIGGER ' || quote_ident(o.evtname)
          || CASE o.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA'
            ELSE ' ENABLE ALWAYS' END] ELSE '{}' END
      FROM pg_event_trigger o WHERE {free pg_event_trigger}
      """;

  private static final String DEFAULT_PRIVILEGES =
      """
      SELECT 'pg_default_acl'::regclass, o.oid, 'DEFAULT_PRIVILEGES', n.nspname::text,
        pg_get_userbyid(o.defaclrole)::text,
        CASE o.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
          WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS'
          ELSE 'LARGE OBJECTS' END, 0::oid, NULL, '{}'::text[]
      FROM pg_default_acl o LEFT JOIN pg_namespace n ON n.oid = o.defaclnamespace
      WHERE n.oid IS NULL OR {schema}
      """;

  private PostgresDefinedSql() {}

  static String query(int version) {
    return HEAD
        + String.join(
            "UNION ALL\n",
            List.of(
                ROUTINES,
                AGGREGATES,
                TRIGGERS,
                RULES,
                POLICIES,
                STATISTICS,
                EVENT_TRIGGERS,
                DEFAULT_PRIVILEGES,
                PostgresReplicationSql.publications(version),
                PostgresOperatorSql.QUERIES,
                PostgresLanguageSql.queries(version)))
        + TAIL;
  }
}
