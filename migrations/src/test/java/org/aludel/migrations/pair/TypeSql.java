package org.aludel.migrations.pair;

import static org.aludel.migrations.pair.Names.literal;

/** Parts that stand on no table: types, sequences, free routines. */
final class TypeSql {
  private TypeSql() {}

  static String of(Draft.Part part) {
    return switch (part.kind) {
      case EXTENSION -> "CREATE EXTENSION " + part.name + " SCHEMA " + Names.quoted(part.schema);
      case ENUM -> "CREATE TYPE " + part.sql() + " AS ENUM (" + labels(part.variant) + ")";
      case DOMAIN -> domain(part);
      case COMPOSITE -> composite(part);
      case RANGE ->
          "CREATE TYPE "
              + part.sql()
              + " AS RANGE (subtype = "
              + part.variant.one(0, "float8", "text", "numeric", "date")
              + part.variant.one(1, "", "", ", subtype_opclass = ")
              + (part.variant.choice(1, 3) < 2
                  ? ""
                  : part.variant.one(0, "float8_ops", "text_ops", "numeric_ops", "date_ops"))
              + ")";
      case COLLATION ->
          "CREATE COLLATION "
              + part.sql()
              + part.variant.one(
                  0,
                  " FROM \"C\"",
                  " (provider = icu, locale = 'de')",
                  " (provider = icu, locale = 'en-u-ks-level2', deterministic = false)",
                  " FROM \"POSIX\"");
      case SEQUENCE -> sequence(part);
      case FUNCTION -> function(part);
      case CAST ->
          "CREATE CAST ("
              + part.sql()
              + " AS text) WITH INOUT"
              + part.variant.one(0, "", " AS ASSIGNMENT", " AS IMPLICIT");
      case OPERATOR ->
          "CREATE OPERATOR "
              + Names.quoted(part.schema)
              + "."
              + part.variant.one(11, "@+@", "@+@", "%%%")
              + " (LEFTARG = integer, RIGHTARG = "
              + "integer, FUNCTION = "
              + part.variant.one(0, "int4pl", "int4mi")
              + part.variant.one(
                  1,
                  "",
                  ", COMMUTATOR = OPERATOR("
                      + Names.quoted(part.schema)
                      + "."
                      + part.variant.one(11, "@+@", "@+@", "%%%")
                      + ")")
              + ")";
      case AGGREGATE ->
          "CREATE AGGREGATE "
              + part.sql()
              + "(integer) (SFUNC = "
              + part.variant.one(0, "int4pl", "int4larger")
              + ", STYPE = integer"
              + part.variant.one(1, "", ", INITCOND = '0'")
              + part.variant.one(2, "", ", PARALLEL = safe")
              + ")";
      default -> throw new IllegalArgumentException(part.kind.name());
    };
  }

  /** Both labels that rows have are in each variant. */
  private static String labels(Variant variant) {
    return variant.one(0, "'a'", "'a'", "'first', 'a'")
        + variant.one(1, ", 'it''s'", "", ", 'mid'")
        + ", 'b'"
        + variant.one(2, "", ", 'last'", ", 'Größe', 'last'");
  }

  private static String domain(Draft.Part part) {
    Variant variant = part.variant;
    return "CREATE DOMAIN "
        + part.sql()
        + " AS "
        + variant.one(0, "text", "text", "varchar(60)")
        + variant.one(1, "", " COLLATE \"C\"")
        + (variant.chance(3, 3)
            ? " DEFAULT '1' NOT NULL"
            : variant.one(2, "", " DEFAULT '1'", " DEFAULT 'x'"))
        + variant.one(
            4, "", " CHECK (VALUE <> 'bad')", " CONSTRAINT ok CHECK (length(VALUE) < 40)");
  }

  private static String composite(Draft.Part part) {
    Variant variant = part.variant;
    return "CREATE TYPE "
        + part.sql()
        + " AS (a "
        + variant.one(0, "integer", "bigint")
        + variant.one(1, "", ", \"b B\" text", ", \"b B\" text COLLATE \"C\"")
        + variant.one(2, "", ", c numeric(10,2)[]")
        + ")";
  }

  private static String sequence(Draft.Part part) {
    Variant variant = part.variant;
    return "CREATE "
        + "SEQUENCE "
        + part.sql()
        + variant.one(0, "", " AS integer", " AS smallint")
        + variant.one(1, "", " INCREMENT 2", " INCREMENT 3")
        + variant.one(2, "", " MINVALUE -50 ", " MINVALUE 6 START 8 ", " MINVALUE 5001 ")
        + (variant.choice(2, 4) < 3 ? variant.one(3, "", " MAXVALUE 5000 ") : "")
        + (variant.choice(2, 4) < 2 ? variant.one(4, "", " START 7 ", " START 9") : "")
        + variant.one(5, "", " CACHE 5 ")
        + variant.one(7, "", " CYCLE");
  }

  private static String function(Draft.Part part) {
    Variant variant = part.variant;
    String type = variant.one(0, "integer", "integer", "bigint", "text");
    String value = variant.one(1, "$1", "$1 + 1", "$1 * 2", "$1 - 1");
    String body =
        variant.chance(2, 2)
            ? " LANGUAGE sql AS " + literal("SELECT (" + value + ")::" + type)
            : " LANGUAGE plpgsql AS $body$BEGIN\n  RETURN " + value + "; -- it's\nEND$body$";
    return "CREATE FUNCTION "
        + part.sql()
        + "("
        + variant.one(3, "n integer", "n integer DEFAULT 1", "integer", "\"N n\" integer")
        + ") RETURNS "
        + type
        + variant.one(4, " IMMUTABLE", " IMMUTABLE", " STABLE", "")
        + variant.one(5, "", " STRICT")
        + variant.one(6, "", " SECURITY DEFINER")
        + variant.one(7, "", " COST 5")
        + variant.one(8, "", " PARALLEL SAFE")
        + variant.one(9, "", "", " SET search_path = public, pg_temp", " SET work_mem = '4MB'")
        + body;
  }
}
