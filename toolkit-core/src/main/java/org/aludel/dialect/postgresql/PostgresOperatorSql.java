package org.aludel.dialect.postgresql;

/**
 * Operators, their families and classes, and casts; a part of {@link PostgresDefinedSql}. An
 * operator that others only name as their commutator or negator has no function and comes with
 * them.
 */
final class PostgresOperatorSql {
  static final String QUERIES =
      """
      SELECT 'pg_operator'::regclass, o.oid, 'OPERATOR', n.nspname::text, o.oprname::text,
        CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
          || CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END, 0::oid,
        'CREATE OPERATOR ' || {qualifier} || o.oprname
          || ' (' || concat_ws(', ', 'FUNCTION = ' || o.oprcode::text,
            CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END,
            CASE WHEN o.oprright <> 0 THEN 'RIGHTARG = ' || format_type(o.oprright, NULL) END,
            (SELECT 'COMMUTATOR = OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')'
              FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace
              WHERE c.oid = o.oprcom),
            (SELECT 'NEGATOR = OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')'
              FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace
              WHERE c.oid = o.oprnegate),
            CASE WHEN o.oprrest <> 0 THEN 'RESTRICT = ' || o.oprrest::text END,
            CASE WHEN o.oprjoin <> 0 THEN 'JOIN = ' || o.oprjoin::text END,
            CASE WHEN o.oprcanhash THEN 'HASHES' END,
            CASE WHEN o.oprcanmerge THEN 'MERGES' END) || ')', '{}'::text[]
      FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
      WHERE o.oprcode <> 0 AND {schema} AND {free pg_operator}
      UNION ALL
      SELECT 'pg_opfamily'::regclass, o.oid, 'OPERATOR_FAMILY', n.nspname::text, o.opfname::text,
        m.amname::text, 0::oid,
        'CREATE OPERATOR FAMILY ' || {name o.opfname} || ' USING ' || quote_ident(m.amname),
        ARRAY(SELECT 'ALTER OPERATOR FAMILY ' || {name o.opfname} || ' USING '
            || quote_ident(m.amname) || ' ADD ' || k.member FROM ({members pg_opfamily}) k
          ORDER BY k.member)
      FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace
        JOIN pg_am m ON m.oid = o.opfmethod
      WHERE {schema} AND {free pg_opfamily}
      UNION ALL
      SELECT 'pg_opclass'::regclass, o.oid, 'OPERATOR_CLASS', n.nspname::text, o.opcname::text,
        m.amname::text, 0::oid,
        'CREATE OPERATOR CLASS ' || {name o.opcname}
          || CASE WHEN o.opcdefault THEN ' DEFAULT' ELSE '' END
          || ' FOR TYPE ' || format_type(o.opcintype, NULL) || ' USING ' || quote_ident(m.amname)
          || ' FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) || ' AS '
          || concat_ws(', ',
            CASE WHEN o.opckeytype <> 0 THEN 'STORAGE ' || format_type(o.opckeytype, NULL) END,
            (SELECT string_agg(k.member, ', ' ORDER BY k.member)
              FROM ({members pg_opclass}) k),
            CASE WHEN o.opckeytype = 0 AND NOT EXISTS ({members pg_opclass})
              THEN 'STORAGE ' || format_type(o.opcintype, NULL) END),
        '{}'::text[]
      FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace
        JOIN pg_am m ON m.oid = o.opcmethod JOIN pg_opfamily f ON f.oid = o.opcfamily
        JOIN pg_namespace fn ON fn.oid = f.opfnamespace
      WHERE {schema} AND {free pg_opclass}
      UNION ALL
      SELECT 'pg_cast'::regclass, o.oid, 'CAST', NULL,
        format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL), '', 0::oid,
        'CREATE CAST (' || format_type(o.castsource, NULL) || ' AS '
          || format_type(o.casttarget, NULL) || ')'
          || CASE o.castmethod WHEN 'f' THEN ' WITH FUNCTION ' || o.castfunc::regprocedure::text
            WHEN 'i' THEN ' WITH INOUT' ELSE ' WITHOUT FUNCTION' END
          || CASE o.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT'
            ELSE '' END,
        '{}'::text[]
      FROM pg_cast o WHERE o.oid >= 16384 AND {free pg_cast}
        AND NOT EXISTS (SELECT FROM pg_range r WHERE r.rngtypid = o.castsource)
      """
          .replace("{members pg_opfamily}", members("pg_opfamily"))
          .replace("{members pg_opclass}", members("pg_opclass"));

  private PostgresOperatorSql() {}

  /** Operators and support functions that depend on a class, or on a family without a class. */
  private static String members(String owner) {
    return """
    SELECT 'OPERATOR ' || op.amopstrategy || ' ' || op.amopopr::regoperator::text
        || CASE WHEN op.amopsortfamily <> 0 THEN ' FOR ORDER BY ' ||
          (SELECT quote_ident(sn.nspname) || '.' || quote_ident(s.opfname) FROM pg_opfamily s
            JOIN pg_namespace sn ON sn.oid = s.opfnamespace WHERE s.oid = op.amopsortfamily)
          ELSE '' END AS member
      FROM pg_depend e JOIN pg_amop op ON op.oid = e.objid
      WHERE e.classid = 'pg_amop'::regclass AND e.refobjid = o.oid
        AND e.refclassid = '{owner}'::regclass
      UNION ALL
      SELECT 'FUNCTION ' || pr.amprocnum || ' (' || format_type(pr.amproclefttype, NULL) || ', '
        || format_type(pr.amprocrighttype, NULL) || ') ' || pr.amproc::regprocedure::text
      FROM pg_depend e JOIN pg_amproc pr ON pr.oid = e.objid
      WHERE e.classid = 'pg_amproc'::regclass AND e.refobjid = o.oid
        AND e.refclassid = '{owner}'::regclass
    """
        .replace("{owner}", owner);
  }
}
