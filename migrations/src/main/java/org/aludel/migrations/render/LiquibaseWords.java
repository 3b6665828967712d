package org.aludel.migrations.render;

import java.util.Set;

/** Words that PostgreSQL or Liquibase quotes, or that mean something else when bare. */
final class LiquibaseWords {
  /**
   * The key words of SQL that are in neither's list are harmless; those below are in one of them.
   * Source: PostgreSQL 18 appendix C, reserved and column or type names; Liquibase 4.33,
   * PostgresDatabase and AbstractJdbcDatabase.
   */
  static final Set<String> ALL = words();

  private LiquibaseWords() {}

  private static Set<String> words() {
    String text =
        """
        all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
        boolean both case cast char character check coalesce collate collation column concurrently
        constraint create cross current_catalog current_date current_role current_schema current_time
        current_timestamp current_user dec decimal default deferrable desc distinct do else end except
        exists extract false fetch float for foreign freeze from full grant greatest group grouping
        having ilike in initially inner inout insert int integer intersect interval into is isnull join
        json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
        json_serialize json_table json_value lateral leading least left like limit localtime
        localtimestamp merge_action national natural nchar none normalize not notnull null nullif
        number numeric offset on only or order out outer over overlaps overlay placing position
        precision primary raise real references returning right row rowid select session_user setof
        similar smallint some substring symmetric synonym system_user table tablesample then time
        timestamp to trailing treat trim true union unique update user using values varchar variadic
        verbose view when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest
        xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable\
        """;
    return Set.of(text.split("\\s+"));
  }
}
