package org.aludel.migrations.pair;

import static org.aludel.migrations.pair.Names.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Views, routines over tables, triggers, rules, policies, grants, publications. */
final class DependentSql {
  /** A role of the server that grants and policies name. */
  static final String ROLE = "aludel_pair_reader";

  private final int version;

  DependentSql(int version) {
    this.version = version;
  }

  List<String> of(Draft.Part part) {
    Draft.Table table = part.table;
    if (part.kind == PartKind.DEFAULT_PRIVILEGES) {
      return defaults(part);
    }
    if (table == null) {
      return List.of(
          "CREATE FUNCTION "
              + part.sql()
              + "() RETURNS event_trigger LANGUAGE plpgsql AS"
              + " 'BEGIN NULL; END'",
          "CREATE EVENT TRIGGER "
              + quoted(part.name)
              + " ON "
              + part.variant.one(0, "ddl_command_end", "sql_drop")
              + part.variant.one(1, "", " WHEN TAG IN ('CREATE VIEW')")
              + " EXECUTE FUNCTION "
              + part.sql()
              + "()",
          part.variant.one(2, "", "ALTER EVENT TRIGGER " + quoted(part.name) + " ENABLE REPLICA"));
    }
    Variant variant = part.variant;
    return switch (part.kind) {
      case VIEW -> view(part, table);
      case MATERIALIZED_VIEW -> materialized(part, table);
      case TABLE_FUNCTION ->
          List.of(
              "CREATE FUNCTION "
                  + part.sql()
                  + "("
                  + variant.one(0, "", "n bigint")
                  + ") RETURNS "
                  + variant.one(1, "SETOF " + table.sql(), "bigint", "bigint")
                  + variant.one(2, " STABLE", "")
                  + " LANGUAGE sql AS "
                  + Names.literal(
                      variant.choice(1, 3) == 0
                          ? "SELECT * FROM " + table.sql()
                          : "SELECT count("
                              + quoted(part.columns.get(0).name)
                              + ") FROM "
                              + table.sql()));
      case PROCEDURE ->
          List.of(
              "CREATE PROCEDURE "
                  + part.sql()
                  + "("
                  + variant.one(0, "", "n integer", "INOUT n integer")
                  + ") LANGUAGE plpgsql AS $$BEGIN PERFORM "
                  + quoted(part.columns.get(0).name)
                  + " FROM "
                  + table.sql()
                  + variant.one(1, "", " LIMIT 1")
                  + "; END$$");
      case TRIGGER -> trigger(part, table);
      case RULE ->
          List.of(
              "CREATE RULE "
                  + quoted(part.name)
                  + " AS ON "
                  + variant.one(0, "UPDATE", "DELETE")
                  + " TO "
                  + table.sql()
                  + " WHERE old."
                  + quoted(part.columns.get(0).name)
                  + " IS NULL DO "
                  + variant.one(1, "INSTEAD NOTHING", "ALSO SELECT 1"),
              variant.one(
                  2, "", "", "ALTER TABLE " + table.sql() + " DISABLE RULE " + quoted(part.name)));
      case POLICY ->
          List.of(
              "CREATE POLICY "
                  + quoted(part.name)
                  + " ON "
                  + table.sql()
                  + variant.one(0, "", " AS RESTRICTIVE")
                  + variant.one(1, "", " FOR SELECT", " FOR UPDATE")
                  + variant.one(2, "", " TO " + ROLE)
                  + " USING ("
                  + quoted(part.columns.get(0).name)
                  + variant.one(3, " IS NOT NULL", " IS NULL")
                  + ")");
      case GRANT -> grant(part, table);
      case PUBLICATION ->
          List.of(
              "CREATE PUBLICATION "
                  + quoted(part.name)
                  + " FOR TABLE "
                  + table.sql()
                  + (version >= 15
                      ? variant.one(
                          0,
                          "",
                          "",
                          " (" + quoted(table.key().name) + ")",
                          " WHERE (" + quoted(table.key().name) + " > 1)")
                      : "")
                  + variant.one(1, "", " WITH (publish = 'insert')"));
      default -> throw new IllegalArgumentException(part.kind.name());
    };
  }

  private List<String> view(Draft.Part part, Draft.Table table) {
    Variant variant = part.variant;
    List<String> columns = new ArrayList<>();
    columns.add("x." + quoted(table.key().name));
    Stream<Draft.Column> others = part.columns.stream().filter(each -> each != table.key());
    others.forEach(
        each ->
            columns.add(
                "x."
                    + quoted(each.name)
                    + variant.one(0, "", "", " AS \"as " + each.number + "\"")));
    if (variant.chance(1, 3)) {
      columns.add("count(*) OVER () AS n");
    }
    String from =
        " FROM "
            + table.sql()
            + " x"
            + (part.target == null
                ? ""
                : " LEFT JOIN "
                    + part.target.sql()
                    + " y ON y."
                    + quoted(part.target.key().name)
                    + " = x."
                    + quoted(table.key().name));
    List<String> all = new ArrayList<>();
    all.add(
        "CREATE VIEW "
            + part.sql()
            + variant.one(2, "", "", " WITH (security_barrier = true)")
            + " AS SELECT "
            + String.join(", ", columns)
            + from
            + variant.one(3, "", " WHERE x." + quoted(part.columns.get(0).name) + " IS NOT NULL")
            + variant.one(4, "", "", " ORDER BY 1"));
    all.add(variant.one(5, "", "COMMENT ON VIEW " + part.sql() + " IS 'view'"));
    all.add(variant.one(6, "", "", "GRANT SELECT ON " + part.sql() + " TO " + ROLE));
    if (variant.chance(7, 2)) {
      all.add(
          "CREATE VIEW "
              + quoted(part.schema)
              + "."
              + quoted("above " + part.number)
              + " AS SELECT "
              + quoted(table.key().name)
              + " FROM "
              + part.sql());
    }
    return all;
  }

  private static List<String> materialized(Draft.Part part, Draft.Table table) {
    Variant variant = part.variant;
    String column = quoted(part.columns.get(0).name);
    return List.of(
        "CREATE MATERIALIZED VIEW "
            + part.sql()
            + variant.one(0, "", " WITH (fillfactor = 80)")
            + " AS SELECT "
            + column
            + ", count(*) AS n FROM "
            + table.sql()
            + variant.one(1, "", " WHERE " + column + " IS NOT NULL")
            + " GROUP BY 1"
            + variant.one(2, "", "", " WITH NO DATA"),
        variant.one(
            3, "", "CREATE INDEX " + quoted("mi" + part.number) + " ON " + part.sql() + " (n)"),
        variant.one(4, "", "", "COMMENT ON MATERIALIZED VIEW " + part.sql() + " IS 'kept'"),
        variant.one(5, "", "", "GRANT SELECT ON " + part.sql() + " TO PUBLIC"));
  }

  private static List<String> trigger(Draft.Part part, Draft.Table table) {
    Variant variant = part.variant;
    String function = quoted(part.schema) + "." + quoted("run_" + part.number);
    String column = quoted(part.columns.get(0).name);
    return List.of(
        "CREATE FUNCTION "
            + function
            + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN "
            + variant.one(0, "NEW", "NULL")
            + "; END'",
        "CREATE TRIGGER "
            + quoted(part.name)
            + " "
            + variant.one(1, "BEFORE", "AFTER")
            + " "
            + variant.one(2, "INSERT", "UPDATE OF " + column, "DELETE OR INSERT")
            + " ON "
            + table.sql()
            + " FOR EACH ROW"
            + variant.one(3, "", "", " WHEN (pg_trigger_depth() = 0)")
            + " EXECUTE FUNCTION "
            + function
            + "("
            + variant.one(4, "", "'it''s', 'b'")
            + ")",
        variant.one(
            5,
            "",
            "",
            "COMMENT ON TRIGGER " + quoted(part.name) + " ON " + table.sql() + " IS 'runs'"),
        variant.one(
            6, "", "", "", "ALTER TABLE " + table.sql() + " DISABLE TRIGGER " + quoted(part.name)));
  }

  /** For what a role that makes nothing here would make. */
  private static List<String> defaults(Draft.Part part) {
    Variant variant = part.variant;
    return List.of(
        "ALTER DEFAULT PRIVILEGES FOR ROLE "
            + ROLE
            + variant.one(0, "", " IN SCHEMA " + quoted(part.schema))
            + " GRANT "
            + variant.one(1, "SELECT ON TABLES", "INSERT, UPDATE ON TABLES", "USAGE ON SEQUENCES")
            + " TO "
            + variant.one(2, "PUBLIC", "postgres"));
  }

  private static List<String> grant(Draft.Part part, Draft.Table table) {
    Variant variant = part.variant;
    if (part.number % 3 == 0) {
      String right = variant.one(0, "SELECT", "UPDATE", "INSERT", "REFERENCES");
      String column = quoted(part.columns.get(0).name);
      String who = variant.one(1, "PUBLIC", ROLE, ROLE + " WITH GRANT OPTION");
      return List.of("GRANT " + right + " (" + column + ") ON " + table.sql() + " TO " + who);
    }
    String right = variant.one(0, "SELECT", "INSERT, UPDATE", "ALL");
    String option = variant.one(2, "", "", " WITH GRANT OPTION");
    return List.of("GRANT " + right + " ON " + table.sql() + " TO " + ROLE + option);
  }
}
