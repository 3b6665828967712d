package org.aludel.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A schema as the server's own {@code pg_get_…def} functions tell it, one sorted line a fact: the
 * judge where no {@code pg_dump} of the server's version is installed. It shares nothing with the
 * inspector that is judged. What extensions own is left out, and owners are.
 */
public final class CatalogListing {
  private static final String PARTS =
      """
      WITH free AS MATERIALIZED (
        SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
      owned AS MATERIALIZED (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
      rel AS MATERIALIZED (
        SELECT c.*, c.oid::regclass::text AS label FROM pg_class c
        WHERE relnamespace IN (SELECT oid FROM free) AND c.relpersistence <> 't'
          AND ('pg_class'::regclass, c.oid) NOT IN (SELECT * FROM owned))
      SELECT concat_ws(' ', 'relation', label, relkind, relpersistence, reloptions::text,
          relreplident, relrowsecurity, relforcerowsecurity, relispopulated, am.amname,
          pg_get_expr(relpartbound, rel.oid),
          CASE WHEN relkind = 'p' THEN pg_get_partkeydef(rel.oid) END,
          (SELECT string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits
            WHERE inhrelid = rel.oid),
          CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(rel.oid) END) AS line
      FROM rel LEFT JOIN pg_am am ON am.oid = relam WHERE relkind <> 'i' AND relkind <> 'I'
      UNION ALL SELECT concat_ws(' ', 'column', label,
          row_number() OVER (PARTITION BY attrelid ORDER BY attnum), attname,
          format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated, attislocal,
          attinhcount, pg_get_expr(adbin, adrelid), attcollation::regcollation, attstorage,
          nullif(attstattarget, -1), attoptions::text, attcompression)
      FROM rel JOIN pg_attribute a ON attrelid = rel.oid AND attnum > 0 AND NOT attisdropped
        LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
      WHERE relkind NOT IN ('i', 'I', 'S')
      UNION ALL SELECT concat_ws(' ', 'constraint', coalesce(nullif(conrelid, 0)::regclass::text,
          contypid::regtype::text), conname, pg_get_constraintdef(c.oid), conislocal, coninhcount,
          CASE WHEN contype IN ('c', 'n') THEN connoinherit END, convalidated, condeferrable, condeferred)
      FROM pg_constraint c WHERE connamespace IN (SELECT oid FROM free) AND contype <> 't'
        AND (conparentid = 0 OR contype <> 'f') AND (contype <> 'n' OR conname !~ '_not_null[0-9]*$')
        AND ('pg_class'::regclass, conrelid) NOT IN (SELECT * FROM owned)
        AND ('pg_type'::regclass, contypid) NOT IN (SELECT * FROM owned)
      UNION ALL SELECT concat_ws(' ', 'index', pg_get_indexdef(indexrelid), indisclustered,
          indisreplident, indisvalid, indimmediate, indisprimary,
          (SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = indexrelid))
      FROM pg_index JOIN rel ON rel.oid = indexrelid
      UNION ALL SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), tgenabled)
      FROM pg_trigger t JOIN rel ON tgrelid = rel.oid WHERE NOT tgisinternal
      UNION ALL SELECT concat_ws(' ', 'rule', pg_get_ruledef(r.oid), ev_enabled)
      FROM pg_rewrite r JOIN rel ON ev_class = rel.oid WHERE rulename <> '_RETURN'
      UNION ALL SELECT concat_ws(' ', 'policy', label, polname, polcmd, polpermissive,
          (SELECT string_agg(u::regrole::text, ',' ORDER BY u::regrole::text)
            FROM unnest(polroles) u), pg_get_expr(polqual, polrelid), 'check',
          pg_get_expr(polwithcheck, polrelid))
      FROM pg_policy JOIN rel ON polrelid = rel.oid
      UNION ALL SELECT concat_ws(' ', 'statistics', pg_get_statisticsobjdef(s.oid),
          nullif(stxstattarget, -1))
      FROM pg_statistic_ext s JOIN rel ON stxrelid = rel.oid
      UNION ALL SELECT concat_ws(' ', 'sequence', label, seqtypid::regtype, seqstart, seqincrement,
          seqmax, seqmin, seqcache, seqcycle, (SELECT refobjid::regclass || '.' || refobjsubid ||
            deptype::text FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = rel.oid
            AND refclassid = 'pg_class'::regclass AND refobjsubid > 0))
      FROM pg_sequence JOIN rel ON seqrelid = rel.oid
      UNION ALL SELECT concat_ws(' ', 'routine', CASE WHEN prokind <> 'a'
          THEN pg_get_functiondef(p.oid) ELSE p.oid::regprocedure::text END)
      FROM pg_proc p WHERE pronamespace IN (SELECT oid FROM free)
        AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT * FROM owned)
      UNION ALL SELECT concat_ws(' ', 'aggregate', a.aggfnoid::regprocedure, aggkind,
          aggnumdirectargs, aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn,
          aggmtransfn, aggminvtransfn, aggmfinalfn, aggfinalextra, aggfinalmodify,
          aggsortop::regoperator, aggtranstype::regtype, aggtransspace, agginitval, aggminitval,
          pg_get_function_arguments(p.oid), proparallel)
      FROM pg_aggregate a JOIN pg_proc p ON p.oid = aggfnoid
      WHERE pronamespace IN (SELECT oid FROM free)
        AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT * FROM owned)
      UNION ALL SELECT concat_ws(' ', 'type', format_type(t.oid, NULL), typtype, typnotnull,
          typdefault, typbasetype::regtype, typtypmod, typcollation::regcollation,
          (SELECT string_agg(quote_literal(enumlabel), ',' ORDER BY enumsortorder) FROM pg_enum
            WHERE enumtypid = t.oid), r.rngsubtype::regtype, r.rngcollation::regcollation,
          r.rngcanonical, r.rngsubdiff, (SELECT opcname FROM pg_opclass o WHERE o.oid = rngsubopc))
      FROM pg_type t LEFT JOIN pg_range r ON rngtypid = t.oid
      WHERE typnamespace IN (SELECT oid FROM free)
        AND ('pg_type'::regclass, t.oid) NOT IN (SELECT * FROM owned)
      UNION ALL SELECT concat_ws(' ', 'operator', o.oid::regoperator, oprcode, oprcom::regoperator,
          oprnegate::regoperator, oprrest, oprjoin, oprcanmerge, oprcanhash)
      FROM pg_operator o WHERE oprnamespace IN (SELECT oid FROM free)
        AND ('pg_operator'::regclass, o.oid) NOT IN (SELECT * FROM owned)
      UNION ALL SELECT concat_ws(' ', 'cast', castsource::regtype, casttarget::regtype,
          castfunc::regprocedure, castcontext, castmethod)
      FROM pg_cast c WHERE c.oid >= 16384
        AND ('pg_cast'::regclass, c.oid) NOT IN (SELECT * FROM owned)
      UNION ALL SELECT concat_ws(' ', 'event trigger', evtname, evtevent, evtfoid::regprocedure,
          evtenabled, evttags::text)
      FROM pg_event_trigger
      UNION ALL SELECT concat_ws(' ', 'publication', p.pubname, puballtables, pubinsert, pubupdate,
          pubdelete, pubtruncate, pubviaroot,
          (SELECT string_agg(t::text, ',' ORDER BY t::text) FROM pg_publication_tables t
            WHERE t.pubname = p.pubname))
      FROM pg_publication p
      UNION ALL SELECT concat_ws(' ', 'object', kind, identity, to_jsonb(f) - 'oid')
      FROM (
        SELECT 'pg_foreign_server'::regclass AS class, s.oid, concat_ws(' ', srvname, srvtype,
          srvversion, srvoptions::text) AS what FROM pg_foreign_server s
        UNION ALL SELECT 'pg_foreign_table'::regclass, ftrelid, ftoptions::text
        FROM pg_foreign_table
        UNION ALL SELECT 'pg_ts_dict'::regclass, d.oid, dictinitoption FROM pg_ts_dict d
        UNION ALL SELECT 'pg_ts_config'::regclass, c.oid,
          (SELECT string_agg(maptokentype || ':' || mapseqno || mapdict::regdictionary, ','
            ORDER BY maptokentype, mapseqno) FROM pg_ts_config_map m WHERE mapcfg = c.oid)
        FROM pg_ts_config c
        UNION ALL SELECT 'pg_extension'::regclass, e.oid, extversion FROM pg_extension e
        UNION ALL SELECT 'pg_namespace'::regclass, n.oid, '' FROM free n
        UNION ALL SELECT 'pg_collation'::regclass, c.oid, concat_ws(' ', collprovider,
          collisdeterministic, collcollate, collctype) FROM pg_collation c
          WHERE collnamespace IN (SELECT oid FROM free)
        UNION ALL SELECT 'pg_conversion'::regclass, c.oid, concat_ws(' ', conforencoding,
          contoencoding, conproc, condefault) FROM pg_conversion c
        UNION ALL SELECT 'pg_opclass'::regclass, c.oid, concat_ws(' ', opcdefault,
          opcintype::regtype, opckeytype::regtype) FROM pg_opclass c
        UNION ALL SELECT 'pg_opfamily'::regclass, c.oid,
          (SELECT string_agg(amopstrategy || amopopr::regoperator::text, ','
            ORDER BY amopstrategy, amopopr::regoperator::text) FROM pg_amop
            WHERE amopfamily = c.oid) || ' ' ||
          (SELECT string_agg(amprocnum || amproc::regprocedure::text, ','
            ORDER BY amprocnum, amproc::regprocedure::text) FROM pg_amproc
            WHERE amprocfamily = c.oid) FROM pg_opfamily c
      ) f CROSS JOIN LATERAL pg_identify_object(f.class, f.oid, 0) AS i(kind, sch, nam, identity)
      WHERE f.oid >= 16384 AND (f.class, f.oid) NOT IN (SELECT * FROM owned)
      UNION ALL SELECT concat_ws(' ', 'comment', pg_describe_object(classoid, objoid, objsubid),
          d.description)
      FROM pg_description d WHERE objoid >= 16384 AND (classoid, objoid) NOT IN (SELECT * FROM owned)
        AND classoid NOT IN ('pg_database'::regclass)
      UNION ALL SELECT concat_ws(' ', 'grant', what, a.grantor::regrole, a.grantee::regrole,
          a.privilege_type, a.is_grantable)
      FROM (
        SELECT 'relation ' || label AS what, relacl AS acl FROM rel
        UNION ALL SELECT 'column ' || label || '.' || attname, attacl FROM rel
        JOIN pg_attribute a ON attrelid = rel.oid
        UNION ALL SELECT 'schema ' || nspname, nspacl FROM pg_namespace
        WHERE oid IN (SELECT oid FROM free)
        UNION ALL SELECT 'routine ' || p.oid::regprocedure, proacl FROM pg_proc p
        WHERE pronamespace IN (SELECT oid FROM free)
          AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT * FROM owned)
        UNION ALL SELECT 'type ' || format_type(t.oid, NULL), typacl FROM pg_type t
        WHERE typnamespace IN (SELECT oid FROM free)
        UNION ALL SELECT 'language ' || lanname, lanacl FROM pg_language
        UNION ALL SELECT 'server ' || srvname, srvacl FROM pg_foreign_server
        UNION ALL SELECT concat_ws(' ', 'default', defaclrole::regrole,
          defaclnamespace::regnamespace, defaclobjtype), defaclacl FROM pg_default_acl
      ) g CROSS JOIN LATERAL aclexplode(g.acl) a
      """;

  private CatalogListing() {}

  /** The lines that only one of two databases has, those of the second one marked by a plus. */
  public static List<String> differences(TestDatabase first, TestDatabase second) {
    Set<String> before = new TreeSet<>(of(first));
    Set<String> after = new TreeSet<>(of(second));
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
        .toList();
  }

  /** The lines of a database, sorted; equal for equal schemas whatever the order of creation. */
  public static List<String> of(TestDatabase database) {
    String sql = database.majorVersion() < 14 ? PARTS.replace(", attcompression", "") : PARTS;
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = pg_catalog");
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    lines.sort(null);
    return lines;
  }
}
