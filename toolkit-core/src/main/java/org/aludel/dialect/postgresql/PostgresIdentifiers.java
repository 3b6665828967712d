package org.aludel.dialect.postgresql;

import java.util.Set;
import org.aludel.compile.IdentifierQuoter;

/** The words and the length limit of PostgreSQL's identifiers. */
public final class PostgresIdentifiers {
  /** NAMEDATALEN - 1. Source: PostgreSQL 18 §4.1.1. */
  public static final int MAXIMUM_BYTES = 63;

  /**
   * Every word that {@code pg_get_keywords()} of a server 13 to 18 puts in a category other than
   * unreserved; quote_ident quotes the same ones.
   */
  private static final String WORDS =
      """
      all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
      boolean both case cast char character check coalesce collate collation column concurrently
      constraint create cross current_catalog current_date current_role current_schema current_time
      current_timestamp current_user dec decimal default deferrable desc distinct do else end except
      exists extract false fetch float for foreign freeze from full grant greatest group grouping
      having ilike in initially inner inout int integer intersect interval into is isnull join json
      json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
      json_serialize json_table json_value lateral leading least left like limit localtime
      localtimestamp merge_action national natural nchar none normalize not notnull null nullif
      numeric offset on only or order out outer overlaps overlay placing position precision primary
      real references returning right row select session_user setof similar smallint some substring
      symmetric system_user table tablesample then time timestamp to trailing treat trim true union
      unique user using values varchar variadic verbose when where window with xmlattributes
      xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize
      xmltable\
      """;

  private static final IdentifierQuoter QUOTER =
      new IdentifierQuoter(Set.of(WORDS.split("\\s")), MAXIMUM_BYTES);

  private PostgresIdentifiers() {}

  /** The one quoter of this dialect. */
  public static IdentifierQuoter quoter() {
    return QUOTER;
  }
}
