package org.aludel.dialect.postgresql;

/**
 * Collations, conversions, text search and foreign data; a part of {@link PostgresDefinedSql}.
 * Source: PostgreSQL 15, 16 and 17 each keep the locale of a collation elsewhere.
 */
final class PostgresLanguageSql {
  private static final String QUERIES =
      """
      SELECT 'pg_collation'::regclass, o.oid, 'COLLATION', n.nspname::text, o.collname::text, '',
        0::oid, 'CREATE COLLATION ' || {name o.collname} || ' (' || concat_ws(', ',
          'provider = ' || CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin'
            ELSE 'libc' END,
          CASE WHEN NOT o.collisdeterministic THEN 'deterministic = false' END,
          CASE WHEN {locale} IS NOT NULL THEN 'locale = ' || quote_literal({locale})
            WHEN o.collcollate = o.collctype THEN 'locale = ' || quote_literal(o.collcollate)
            ELSE 'lc_collate = ' || quote_literal(o.collcollate) || ', lc_ctype = '
              || quote_literal(o.collctype) END,
          {rules}) || ')', '{}'::text[]
      FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
      WHERE {schema} AND {free pg_collation}
      UNION ALL
      SELECT 'pg_conversion'::regclass, o.oid, 'CONVERSION', n.nspname::text, o.conname::text, '',
        0::oid, 'CREATE ' || CASE WHEN o.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION '
          || {name o.conname} || ' FOR ' || quote_literal(pg_encoding_to_char(o.conforencoding))
          || ' TO ' || quote_literal(pg_encoding_to_char(o.contoencoding))
          || ' FROM ' || o.conproc::text, '{}'::text[]
      FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace
      WHERE {schema} AND {free pg_conversion}
      UNION ALL
      SELECT 'pg_ts_dict'::regclass, o.oid, 'TEXT_SEARCH_DICTIONARY', n.nspname::text,
        o.dictname::text, '', 0::oid,
        'CREATE TEXT SEARCH DICTIONARY ' || {name o.dictname} || ' (TEMPLATE = '
          || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname)
          || coalesce(', ' || o.dictinitoption, '') || ')', '{}'::text[]
      FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace
        JOIN pg_ts_template t ON t.oid = o.dicttemplate
        JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
      WHERE {schema} AND {free pg_ts_dict}
      UNION ALL
      SELECT 'pg_ts_config'::regclass, o.oid, 'TEXT_SEARCH_CONFIGURATION', n.nspname::text,
        o.cfgname::text, '', 0::oid,
        'CREATE TEXT SEARCH CONFIGURATION ' || {name o.cfgname} || ' (PARSER = '
          || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')',
        ARRAY(SELECT 'ALTER TEXT SEARCH CONFIGURATION ' || {name o.cfgname} || ' ADD MAPPING FOR '
            || quote_ident(token.alias) || ' WITH '
            || string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno)
          FROM pg_ts_config_map m JOIN ts_token_type(o.cfgparser) token
            ON token.tokid = m.maptokentype
          WHERE m.mapcfg = o.oid GROUP BY token.tokid, token.alias ORDER BY token.tokid)
      FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
        JOIN pg_ts_parser p ON p.oid = o.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
      WHERE {schema} AND {free pg_ts_config}
      UNION ALL
      SELECT 'pg_foreign_data_wrapper'::regclass, o.oid, 'FOREIGN_DATA_WRAPPER', NULL,
        o.fdwname::text, '', 0::oid, concat_ws(' ',
          'CREATE FOREIGN DATA WRAPPER ' || quote_ident(o.fdwname),
          CASE WHEN o.fdwhandler <> 0 THEN 'HANDLER ' || o.fdwhandler::regproc::text END,
          CASE WHEN o.fdwvalidator <> 0 THEN 'VALIDATOR ' || o.fdwvalidator::regproc::text END,
          (SELECT 'OPTIONS (' || string_agg(quote_ident(k.option_name) || ' '
            || quote_literal(k.option_value), ', ') || ')'
            FROM pg_options_to_table(o.fdwoptions) k)), '{}'::text[]
      FROM pg_foreign_data_wrapper o WHERE {free pg_foreign_data_wrapper}
      UNION ALL
      SELECT 'pg_foreign_server'::regclass, o.oid, 'FOREIGN_SERVER', NULL, o.srvname::text, '',
        0::oid, concat_ws(' ', 'CREATE SERVER ' || quote_ident(o.srvname),
          'TYPE ' || quote_literal(o.srvtype), 'VERSION ' || quote_literal(o.srvversion),
          'FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname),
          (SELECT 'OPTIONS (' || string_agg(quote_ident(k.option_name) || ' '
            || quote_literal(k.option_value), ', ') || ')'
            FROM pg_options_to_table(o.srvoptions) k)), '{}'::text[]
      FROM pg_foreign_server o JOIN pg_foreign_data_wrapper w ON w.oid = o.srvfdw
      WHERE {free pg_foreign_server}
      """;

  private PostgresLanguageSql() {}

  static String queries(int version) {
    String locale = version >= 17 ? "o.colllocale" : version >= 15 ? "o.colliculocale" : "NULL";
    return QUERIES
        .replace("{locale}", locale)
        .replace(
            "{rules}",
            version >= 16 ? "'rules = ' || quote_literal(o.collicurules)" : "NULL::text");
  }
}
