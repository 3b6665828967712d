package org.aludel.dialect.postgresql;

/** Publications; a part of {@link PostgresDefinedSql}. */
final class PostgresReplicationSql {
  private static final String PUBLICATIONS =
      """
      SELECT 'pg_publication'::regclass, o.oid, 'PUBLICATION', NULL, o.pubname::text, '', 0::oid,
        'CREATE PUBLICATION ' || quote_ident(o.pubname)
          || CASE WHEN o.puballtables THEN ' FOR ALL TABLES' ELSE '' END
          || ' WITH (publish = ' || quote_literal(concat_ws(', ',
            CASE WHEN o.pubinsert THEN 'insert' END, CASE WHEN o.pubupdate THEN 'update' END,
            CASE WHEN o.pubdelete THEN 'delete' END, CASE WHEN o.pubtruncate THEN 'truncate' END))
          || CASE WHEN o.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END
          || {generated} || ')',
        ARRAY(SELECT 'ALTER PUBLICATION ' || quote_ident(o.pubname) || ' ADD TABLE ONLY '
            || r.prrelid::regclass::text || {columns}
          FROM pg_publication_rel r WHERE r.prpubid = o.oid ORDER BY r.prrelid::regclass::text)
          || {schemas}
      FROM pg_publication o WHERE {free pg_publication}
      """;

  /** Source: PostgreSQL 15, column lists, row filters and schemas of publications. */
  private static final String COLUMNS =
      """
      coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.at)
          FROM unnest(r.prattrs::int2[]) WITH ORDINALITY k(number, at)
          JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = k.number) || ')', '')
        || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '')\
      """;

  private static final String SCHEMAS =
      """
      ARRAY(SELECT 'ALTER PUBLICATION ' || quote_ident(o.pubname) || ' ADD TABLES IN SCHEMA '
          || quote_ident(pn.nspname) FROM pg_publication_namespace p
        JOIN pg_namespace pn ON pn.oid = p.pnnspid WHERE p.pnpubid = o.oid ORDER BY pn.nspname)\
      """;

  private PostgresReplicationSql() {}

  static String publications(int version) {
    return PUBLICATIONS
        .replace(
            "{generated}",
            version >= 18
                ? "CASE WHEN o.pubgencols = 's' THEN ', publish_generated_columns = stored'"
                    + " ELSE '' END"
                : "''")
        .replace("{columns}", version >= 15 ? COLUMNS : "''")
        .replace("{schemas}", version >= 15 ? SCHEMAS : "'{}'::text[]");
  }
}
