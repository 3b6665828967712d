package org.aludel.dialect.postgresql;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.compile.SqlLiteral;
import org.aludel.reflect.ReflectOptions;

/**
 * The catalogue queries, one a list of objects. Columns that only newer servers have are chosen by
 * version. Source: PostgreSQL 13 to 18, chapter System Catalogs.
 *
 * <p>Marks in the texts are written out here: {@code {schema}} admits the schemas asked for, by the
 * alias n; {@code {free CATALOG}} leaves out what an extension owns, by the alias o; {@code {name
 * X}} is the quoted name X, qualified by {@code {qualifier}}, the schema of n with a dot where that
 * is not the default one.
 */
final class PostgresCatalogSql {
  private static final Pattern FREE = Pattern.compile("\\{free (\\w+)}");
  private static final Pattern NAME = Pattern.compile("\\{name ([\\w.]+)}");
  private final int version;
  private final String schemas;
  private final String defaultSchema;

  /**
   * @param version the server's major version
   * @param options says which schemas to read, and which one goes without a name
   */
  PostgresCatalogSql(int version, ReflectOptions options) {
    this.version = version;
    Collection<String> schemas = options.schemas();
    defaultSchema = SqlLiteral.text(options.defaultSchema());
    String user = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
    this.schemas =
        schemas.isEmpty()
            ? user
            : schemas.stream()
                .map(SqlLiteral::text)
                .collect(Collectors.joining(", ", user + " AND n.nspname IN (", ")"));
  }

  /** Relations with columns: tables and partitions, views, composite types; no temporary ones. */
  private static final String COVERED =
      """
      WITH covered AS MATERIALIZED (
        SELECT o.oid, o.relname, n.nspname, o.relkind, o.relispartition AS partition
        FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace
        WHERE o.relkind IN ('r', 'p', 'v', 'm', 'c') AND o.relpersistence <> 't'
          AND {schema} AND {free pg_class})
      """;

  String namespaces() {
    return written(
        """
        SELECT o.oid, o.nspname AS name, d.description AS comment
        FROM pg_namespace o JOIN pg_namespace n ON n.oid = o.oid
          LEFT JOIN pg_description d
            ON d.objoid = o.oid AND d.classoid = 'pg_namespace'::regclass
        WHERE {schema} AND {free pg_namespace}
        """);
  }

  /** The server's own extension, plpgsql, has an oid below 16384. */
  String extensions() {
    return written(
        """
        SELECT o.oid, o.extname AS name, n.nspname AS schema, o.extversion AS version, a.default_version,
          d.description AS comment, a.comment AS standard_comment
        FROM pg_extension o JOIN pg_namespace n ON n.oid = o.extnamespace
          LEFT JOIN pg_available_extensions() a(name, default_version, comment)
            ON a.name = o.extname
          LEFT JOIN pg_description d
            ON d.objoid = o.oid AND d.classoid = 'pg_extension'::regclass
        WHERE o.oid >= 16384 AND {schema}
        """);
  }

  /** Enums, domains and ranges; of domains also their checks, in the order of names. */
  String types() {
    return written(
        """
        SELECT o.oid, o.typarray AS array_oid, n.nspname AS schema, o.typname AS name,
          o.typtype::text AS type, d.description AS comment,
          ARRAY(SELECT e.enumlabel::text FROM pg_enum e
            WHERE e.enumtypid = o.oid ORDER BY e.enumsortorder) AS labels,
          format_type(coalesce(r.rngsubtype, o.typbasetype), o.typtypmod) AS base,
          o.typnotnull AS not_null, pg_get_expr(o.typdefaultbin, 0) AS default_sql,
          CASE WHEN co.oid <> base.typcollation THEN co.oid::regcollation::text END AS collation,
          CASE WHEN r.rngsubtype IS NOT NULL AND NOT (oc.opcdefault
              AND (oc.opcintype = r.rngsubtype OR base.typtype = 'd'))
            THEN {opclass} END AS operator_class,
          CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff::text END AS difference,
          coalesce(r.rngcanonical <> 0, false) AS canonical,
          {multirange} AS multirange, {multirange_schema} AS multirange_schema,
          {multirange_oid} AS multirange_oid,
          ARRAY(SELECT ARRAY[c.oid::text, c.conname::text, pg_get_expr(c.conbin, 0),
              c.convalidated::text,
              (SELECT cd.description FROM pg_description cd WHERE cd.objoid = c.oid
                AND cd.classoid = 'pg_constraint'::regclass)]
            FROM pg_constraint c WHERE c.contypid = o.oid AND c.contype = 'c'
            ORDER BY c.conname) AS checks
        FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
          LEFT JOIN pg_range r ON r.rngtypid = o.oid
          LEFT JOIN pg_type base ON base.oid = coalesce(r.rngsubtype, nullif(o.typbasetype, 0))
          LEFT JOIN pg_opclass oc ON oc.oid = r.rngsubopc
          LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
          LEFT JOIN pg_collation co ON co.oid = coalesce(r.rngcollation, o.typcollation)
          {multirange_join}
          LEFT JOIN pg_description d
            ON d.objoid = o.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0
        WHERE o.typtype IN ('e', 'd', 'r') AND {schema} AND {free pg_type}
        """
            .replace(
                "{opclass}",
                """
                CASE WHEN pg_opclass_is_visible(oc.oid) THEN quote_ident(oc.opcname)
                  ELSE quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname) END\
                """)
            .replace(
                "{multirange_join}",
                version >= 14
                    ? "LEFT JOIN pg_type mr ON mr.oid = r.rngmultitypid"
                        + " LEFT JOIN pg_namespace mrn ON mrn.oid = mr.typnamespace"
                    : "")
            .replace("{multirange}", version >= 14 ? "mr.typname" : "NULL::text")
            .replace("{multirange_schema}", version >= 14 ? "mrn.nspname" : "NULL::text")
            .replace("{multirange_oid}", version >= 14 ? "mr.oid" : "NULL::oid"));
  }

  /** Also those of identity columns, which depend on their column by deptype i. */
  String sequences() {
    return written(
        """
        SELECT o.oid, n.nspname AS schema, o.relname AS name, d.description AS comment,
          o.relpersistence = 'u' AS unlogged, format_type(s.seqtypid, NULL) AS data_type, s.seqstart, s.seqincrement, s.seqmin,
          s.seqmax, s.seqcache, s.seqcycle, coalesce(own.deptype = 'i', false) AS of_identity,
          own.refobjid AS owner_oid, own.refobjsubid AS owner_number, tn.nspname AS owner_schema,
          t.relname AS owner_table, a.attname AS owner_column
        FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace
          JOIN pg_sequence s ON s.seqrelid = o.oid
          LEFT JOIN pg_depend own ON own.classid = 'pg_class'::regclass AND own.objid = o.oid
            AND own.refclassid = 'pg_class'::regclass AND own.refobjsubid > 0
            AND own.deptype IN ('a', 'i')
          LEFT JOIN pg_class t ON t.oid = own.refobjid
          LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
          LEFT JOIN pg_attribute a ON a.attrelid = own.refobjid AND a.attnum = own.refobjsubid
          LEFT JOIN pg_description d
            ON d.objoid = o.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
        WHERE o.relpersistence <> 't' AND {schema} AND {free pg_class}
        """);
  }

  /** Tables, partitions, views and composite types, with their definition in one text. */
  String relations() {
    return written(
        COVERED
            + """
            SELECT c.oid, c.nspname AS schema, c.relname AS name, c.relkind::text AS kind,
              c.partition, d.description AS comment, r.relpersistence = 'u' AS unlogged,
              r.reloptions AS storage, x.reloptions AS toast_storage,
              r.relrowsecurity AS row_security, r.relforcerowsecurity AS forced_security,
              CASE WHEN m.amname <> 'heap' THEN m.amname END AS access_method,
              r.relreplident::text AS replica_identity, r.relispopulated AS populated,
              rt.oid AS type_oid, rt.typarray AS array_oid,
              ARRAY(SELECT i.inhparent::int8 FROM pg_inherits i WHERE i.inhrelid = c.oid
                ORDER BY i.inhseqno) AS parents,
              CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid)
                WHEN 'v' THEN pg_get_viewdef(c.oid)
                WHEN 'm' THEN pg_get_viewdef(c.oid) END AS definition,
              CASE WHEN c.partition THEN pg_get_expr(r.relpartbound, c.oid) END AS bound,
              array_remove(ARRAY[
                CASE WHEN r.reltablespace <> 0 THEN 'tablespace' END,
                CASE WHEN r.reloftype <> 0 THEN 'typed table' END], NULL) AS uncovered
            FROM covered c JOIN pg_class r ON r.oid = c.oid
              LEFT JOIN pg_class x ON x.oid = r.reltoastrelid
              LEFT JOIN pg_type rt ON rt.oid = r.reltype
              LEFT JOIN pg_am m ON m.oid = r.relam
              LEFT JOIN pg_description d ON d.objsubid = 0
                AND d.objoid = CASE c.relkind WHEN 'c' THEN r.reltype ELSE c.oid END
                AND d.classoid = CASE c.relkind WHEN 'c' THEN 'pg_type'::regclass::oid
                  ELSE 'pg_class'::regclass::oid END
            """);
  }

  String columns() {
    return written(
        COVERED
            + """
            SELECT a.attrelid AS table_oid, a.attnum AS number, a.attname AS name,
              format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null,
              a.atthasdef AS has_expression, pg_get_expr(ad.adbin, ad.adrelid) AS expression,
              ad.oid AS expression_oid, NOT a.attislocal AND NOT c.partition AS inherited,
              CASE WHEN c.partition THEN '' ELSE a.attidentity::text END AS identity,
              a.attgenerated::text AS generated,
              CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation THEN
                CASE WHEN pg_collation_is_visible(co.oid) THEN quote_ident(co.collname)
                  ELSE quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END END AS collation,
              d.description AS comment,
              CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END AS storage,
              {compression} AS compression,
              CASE WHEN coalesce(a.attstattarget, -1) <> -1 THEN a.attstattarget END AS statistics,
              a.attoptions AS parameters
            FROM covered c JOIN pg_attribute a ON a.attrelid = c.oid
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
              LEFT JOIN pg_collation co ON co.oid = a.attcollation
              LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
              LEFT JOIN pg_description d ON d.objoid = a.attrelid
                AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """
                .replace(
                    "{compression}",
                    version >= 14 ? "nullif(a.attcompression::text, '')" : "NULL::text"));
  }

  /**
   * Columns are numbers, but for targets among tables that are not read. A foreign key to a
   * partitioned table has a twin for each partition, told by its conparentid. Of NOT NULL
   * constraints (18) only those that say more than the column does: a name that the server chose
   * says nothing, also where the column, the table or the parent had another name when it did.
   */
  String constraints() {
    return written(
        COVERED
            + """
            SELECT con.oid, con.conrelid AS table_oid, con.conname AS name, con.contype::text AS type,
              con.condeferrable AS deferrable, con.condeferred AS deferred,
              con.convalidated AS validated, con.connoinherit AS no_inherit,
              con.conindid AS index_oid,
              con.conkey::int4[] AS columns, con.confrelid AS target_oid,
              fn.nspname AS target_schema, f.relname AS target_table,
              con.confkey::int4[] AS target_numbers,
              CASE WHEN con.contype = 'f' AND con.confrelid NOT IN (SELECT oid FROM covered) THEN
                ARRAY(SELECT a.attname::text FROM unnest(con.confkey) WITH ORDINALITY k(n, at)
                  JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.n
                  ORDER BY at) END AS target_columns,
              {delset} AS delete_columns, con.confdeltype::text AS on_delete,
              con.confupdtype::text AS on_update, con.confmatchtype::text AS match,
              pg_get_expr(con.conbin, con.conrelid) AS expression,
              CASE WHEN con.contype = 'x' THEN
                ARRAY(SELECT CASE WHEN pg_operator_is_visible(p.oid) THEN p.oprname::text
                  ELSE 'OPERATOR(' || quote_ident(pn.nspname) || '.' || p.oprname || ')' END
                FROM unnest(con.conexclop) WITH ORDINALITY k(o, at)
                JOIN pg_operator p ON p.oid = k.o JOIN pg_namespace pn ON pn.oid = p.oprnamespace
                ORDER BY at) END AS operators,
              d.description AS comment, {uncovered} AS uncovered
            FROM covered c JOIN pg_constraint con ON con.conrelid = c.oid
              LEFT JOIN pg_class f ON f.oid = con.confrelid
              LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
              LEFT JOIN pg_description d
                ON d.objoid = con.oid AND d.classoid = 'pg_constraint'::regclass
            WHERE (con.conparentid = 0 OR con.contype IN ('p', 'u', 'x'))
              AND (con.conislocal OR con.contype NOT IN ('c', 'n')
                OR c.partition AND con.contype = 'c') AND (con.contype IN ('p', 'u', 'f', 'c', 'x')
              OR con.contype = 'n' AND (d.description IS NOT NULL OR con.connoinherit
                OR NOT con.convalidated OR con.conname !~ '_not_null[0-9]*$'))
            """
                .replace("{delset}", version >= 15 ? "con.confdelsetcols::int4[]" : "NULL::int4[]")
                .replace("{uncovered}", version >= 18 ? CONSTRAINT_OF_18 : "NULL::text"));
  }

  private static final String CONSTRAINT_OF_18 =
      """
      CASE WHEN con.conperiod THEN 'temporal constraint'
        WHEN NOT con.conenforced THEN 'constraint not enforced' END\
      """;

  String indexes() {
    return written(
        COVERED
            + """
            SELECT i.indexrelid AS oid, i.indrelid AS table_oid, r.relname AS name,
              i.indisunique AS is_unique, m.amname AS method, i.indnkeyatts AS key_columns,
              i.indpred IS NOT NULL AS partial,
              pg_get_expr(i.indpred, i.indrelid) AS predicate, {nulls} AS nulls_not_distinct,
              r.reloptions AS storage, i.indisvalid AS valid, d.description AS comment,
              i.indisclustered AS clustered, i.indisreplident AS replica_identity,
              ARRAY(SELECT a.attnum || '=' || a.attstattarget FROM pg_attribute a
                WHERE a.attrelid = i.indexrelid AND a.attnum > 0
                  AND coalesce(a.attstattarget, -1) <> -1) AS statistics,
              EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid) AS attached,
              array_remove(ARRAY[CASE WHEN r.reltablespace <> 0 THEN 'tablespace' END], NULL)
                AS uncovered
            FROM covered c JOIN pg_index i ON i.indrelid = c.oid
              JOIN pg_class r ON r.oid = i.indexrelid
              JOIN pg_am m ON m.oid = r.relam
              LEFT JOIN pg_description d ON d.objoid = i.indexrelid
                AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
            """
                .replace("{nulls}", version >= 15 ? "i.indnullsnotdistinct" : "false"));
  }

  /**
   * The keys and payload columns of indexes. An operator class is named where it is not the one
   * that the server would take for the key's type. The collation of an expression cannot be asked
   * for: whether it differs from the index's shows only in the definition.
   */
  String indexKeys() {
    return written(
        COVERED
            + """
            SELECT i.indexrelid AS index_oid, a.attname AS column, k.attribute = 0 AS computed,
              CASE WHEN k.attribute = 0 THEN pg_get_indexdef(i.indexrelid, k.at::int, false) END
                AS expression,
              CASE WHEN k.collation_oid <> 0 AND CASE WHEN k.attribute <> 0
                  THEN k.collation_oid <> a.attcollation
                  ELSE k.collation_oid <> 100
                    OR pg_get_indexdef(i.indexrelid) LIKE '% COLLATE %' END THEN
                CASE WHEN pg_collation_is_visible(co.oid) THEN quote_ident(co.collname)
                  ELSE quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END END AS collation,
              CASE WHEN NOT op.opcdefault OR ia.attoptions IS NOT NULL
                  OR op.opcintype <> key_type.base AND EXISTS (SELECT FROM pg_opclass other
                    WHERE other.opcmethod = op.opcmethod AND other.opcdefault
                      AND other.opcintype = key_type.base) THEN
                CASE WHEN pg_opclass_is_visible(op.oid) THEN quote_ident(op.opcname)
                  ELSE quote_ident(opn.nspname) || '.' || quote_ident(op.opcname) END END
                AS operator_class,
              ia.attoptions AS parameters, coalesce(k.option, 0) AS option
            FROM covered c JOIN pg_index i ON i.indrelid = c.oid
              CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[],
                i.indcollation::oid[], i.indoption::int2[])
                WITH ORDINALITY k(attribute, class_oid, collation_oid, option, at)
              JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = k.at
              LEFT JOIN pg_attribute a
                ON a.attrelid = i.indrelid AND a.attnum = k.attribute AND k.attribute <> 0
              LEFT JOIN pg_opclass op ON op.oid = k.class_oid
              LEFT JOIN pg_namespace opn ON opn.oid = op.opcnamespace
              LEFT JOIN pg_collation co ON co.oid = k.collation_oid
              LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
              LEFT JOIN pg_type ty ON ty.oid = coalesce(a.atttypid, ia.atttypid)
              CROSS JOIN LATERAL (SELECT CASE WHEN ty.typtype = 'd' THEN ty.typbasetype
                ELSE ty.oid END AS base) key_type
            ORDER BY i.indexrelid, k.at
            """);
  }

  String definedObjects() {
    return written(PostgresDefinedSql.query(version));
  }

  String dependencies() {
    return PostgresDependencySql.QUERY;
  }

  String privileges() {
    return PostgresPrivilegeSql.QUERY;
  }

  String uncovered() {
    return written(PostgresUncoveredSql.QUERY);
  }

  private String written(String text) {
    String named = NAME.matcher(text).replaceAll("({qualifier} || quote_ident($1))");
    return FREE.matcher(named)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "o.oid NOT IN (SELECT e.objid FROM pg_depend e WHERE e.classid = '"
                        + found.group(1)
                        + "'::regclass AND e.deptype = 'e')"))
        .replace(
            "{qualifier}",
            "CASE WHEN n.nspname = "
                + defaultSchema
                + " THEN '' ELSE quote_ident(n.nspname) || '.' END")
        .replace("{schema}", schemas);
  }
}
