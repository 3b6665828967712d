package org.aludel.dialect.postgresql;

/**
 * What needs what, as numbers of catalogues, objects and columns. Rows that say no more than that a
 * part belongs to its whole are left out, since there are many of them: of indexes, constraints and
 * defaults on their table, of array and row types on their element, of the triggers behind foreign
 * keys. A view stands for its rule, a publication for its members.
 */
final class PostgresDependencySql {
  static final String QUERY =
      """
      SELECT CASE WHEN r.oid IS NOT NULL THEN 'pg_class'::regclass::oid
          WHEN m.oid IS NOT NULL THEN 'pg_publication'::regclass::oid
          ELSE d.classid END AS class,
        coalesce(r.ev_class, m.prpubid, d.objid) AS oid, d.objsubid AS number,
        d.refclassid AS needed_class, d.refobjid AS needed_oid, d.refobjsubid AS needed_number
      FROM pg_depend d LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass
        AND r.oid = d.objid AND r.rulename = '_RETURN'
        LEFT JOIN pg_publication_rel m ON d.classid = 'pg_publication_rel'::regclass
        AND m.oid = d.objid
      WHERE d.deptype IN ('n', 'a', 'i') AND d.refclassid <> 'pg_publication'::regclass AND d.objid >= 16384 AND d.refobjid >= 16384
        AND d.refclassid NOT IN ('pg_namespace'::regclass, 'pg_extension'::regclass)
        AND NOT (d.refclassid = 'pg_class'::regclass
          AND d.classid IN ('pg_class'::regclass, 'pg_constraint'::regclass, 'pg_type'::regclass))
        AND NOT (d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
          AND d.classid = 'pg_attrdef'::regclass)
        AND NOT (d.refclassid = 'pg_constraint'::regclass AND d.classid = 'pg_class'::regclass)
        AND NOT (d.deptype = 'i' AND d.classid = 'pg_type'::regclass)
        AND (d.classid <> 'pg_trigger'::regclass
          OR d.objid IN (SELECT t.oid FROM pg_trigger t WHERE NOT t.tgisinternal))
      """;

  private PostgresDependencySql() {}
}
