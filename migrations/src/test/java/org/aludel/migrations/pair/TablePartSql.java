package org.aludel.migrations.pair;

import static org.aludel.migrations.pair.Names.quoted;

import java.util.List;
import java.util.Objects;

/** Constraints, indexes and statistics: parts of one table. */
final class TablePartSql {
  private final int version;

  TablePartSql(int version) {
    this.version = version;
  }

  String of(Draft.Part part) {
    Draft.Table table = Objects.requireNonNull(part.table);
    return switch (part.kind) {
      case PRIMARY_KEY ->
          constraint(
              part,
              "PRIMARY KEY ("
                  + quoted(table.key().name)
                  + ")"
                  + include(part, table)
                  + deferrable(part.variant, 1));
      case UNIQUE ->
          constraint(
              part,
              "UNIQUE"
                  + (version >= 15 && nullsAreEqual(part.kind, part.variant)
                      ? " NULLS NOT DISTINCT"
                      : "")
                  + " ("
                  + list(part.columns)
                  + ")"
                  + deferrable(part.variant, 1));
      case CHECK -> constraint(part, check(part));
      case EXCLUDE ->
          constraint(
              part,
              "EXCLUDE USING "
                  + part.variant.one(0, "btree", "hash")
                  + " ("
                  + quoted(part.columns.get(0).name)
                  + " WITH =)"
                  + part.variant.one(
                      1, "", " WHERE (" + quoted(part.columns.get(0).name) + " IS NOT NULL)")
                  + deferrable(part.variant, 2));
      case FOREIGN_KEY -> constraint(part, foreignKey(part));
      case INDEX -> index(part);
      case STATISTICS ->
          "CREATE STATISTICS "
              + part.sql()
              + part.variant.one(0, "", " (ndistinct)", " (dependencies, mcv)")
              + " ON "
              + list(part.columns)
              + " FROM "
              + table.sql();
      default -> throw new IllegalArgumentException(part.kind.name());
    };
  }

  /** Whether a check takes whatever default a column may have. */
  static boolean takesDefaults(Draft.Part check) {
    String type = check.columns.get(0).type;
    return ColumnTypes.isText(type)
        ? check.variant.choice(0, 4) < 3
        : !ColumnTypes.isNumber(type) && check.variant.chance(0, 2);
  }

  /** Whether a reference has values in all columns or in none. */
  static boolean isFull(Variant variant) {
    return variant.choice(0, 3) == 2;
  }

  /** Whether an index is unique, if its method can be. */
  static boolean isUnique(Variant variant) {
    return variant.chance(3, 4);
  }

  /** Whether a key takes one row without a value only, on a server that knows of it. */
  static boolean nullsAreEqual(PartKind kind, Variant variant) {
    return variant.choice(kind == PartKind.UNIQUE ? 0 : 4, 3) == 2;
  }

  private static String constraint(Draft.Part part, String text) {
    return "ALTER TABLE "
        + Objects.requireNonNull(part.table).sql()
        + " ADD CONSTRAINT "
        + quoted(part.name)
        + " "
        + text;
  }

  private static String include(Draft.Part part, Draft.Table table) {
    List<Draft.Column> kept = table.kept();
    return part.variant.chance(0, 6) && kept.size() > 1
        ? " INCLUDE (" + quoted(kept.get(1).name) + ")"
        : "";
  }

  private static String deferrable(Variant variant, int slot) {
    return variant.one(slot, "", "", "", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED");
  }

  private static String check(Draft.Part part) {
    Draft.Column column = part.columns.get(0);
    String name = quoted(column.name);
    String text =
        ColumnTypes.isNumber(column.type)
            ? part.variant.one(
                0,
                name + " > 0",
                name + " >= 0",
                name + " BETWEEN 0 AND 100",
                name + " IN (1, 2, 3)")
            : ColumnTypes.isText(column.type)
                ? part.variant.one(
                    0,
                    name + " <> 'bad'",
                    "length(" + name + ") < 40",
                    name + " NOT LIKE '%;%'",
                    name + " IN ('1', '2', '3', 'x')")
                : part.variant.one(0, name + " IS NOT NULL OR true", "num_nulls(" + name + ") < 2");
    return "CHECK ("
        + text
        + ")"
        + part.variant.one(1, "", "", " NO INHERIT")
        + part.variant.one(2, "", "", "", " NOT VALID");
  }

  private String foreignKey(Draft.Part part) {
    Variant variant = part.variant;
    Draft.Table target = Objects.requireNonNull(part.target);
    String action =
        variant.one(
            1,
            "",
            " ON DELETE CASCADE",
            " ON DELETE SET NULL",
            " ON DELETE RESTRICT",
            " ON DELETE SET DEFAULT",
            version >= 15 ? " ON DELETE SET NULL (" + quoted(part.columns.get(0).name) + ")" : "");
    return "FOREIGN KEY ("
        + list(part.columns)
        + ") REFERENCES "
        + target.sql()
        + " ("
        + list(part.columns.size() == 1 ? List.of(target.key()) : target.kept().subList(0, 2))
        + ")"
        + (isFull(variant) ? " MATCH FULL" : "")
        + action
        + variant.one(2, "", " ON UPDATE CASCADE", " ON UPDATE RESTRICT")
        + deferrable(variant, 3)
        + variant.one(4, "", "", "", " NOT VALID");
  }

  private String index(Draft.Part part) {
    Variant variant = part.variant;
    Draft.Column first = part.columns.get(0);
    String name = quoted(first.name);
    String method = variant.one(0, "btree", "btree", "btree", "hash", "gin", "brin", "gist");
    String element = name;
    if (method.equals("btree")) {
      element =
          ColumnTypes.isText(first.type)
              ? variant.one(
                  1,
                  name,
                  "lower(" + name + ")",
                  name + " COLLATE \"C\"",
                  name + " text_pattern_ops",
                  "(" + name + " || 'x')")
              : ColumnTypes.isNumber(first.type)
                  ? variant.one(1, name, name, "abs(" + name + ")", "(" + name + " + 1)")
                  : name;
      element += variant.one(2, "", " DESC", " NULLS FIRST", " DESC NULLS LAST");
      if (part.columns.size() > 1) {
        element += ", " + quoted(part.columns.get(1).name);
      }
    }
    boolean unique = method.equals("btree") && isUnique(variant);
    String nulls =
        unique && version >= 15 && nullsAreEqual(part.kind, variant) ? " NULLS NOT DISTINCT" : "";
    Draft.Column other = Objects.requireNonNull(part.table).key();
    String include =
        method.equals("btree")
            ? variant.one(5, "", "", " INCLUDE (" + quoted(other.name) + ")")
            : "";
    String options =
        method.equals("btree") || method.equals("hash")
            ? variant.one(6, "", "", " WITH (fillfactor = 70)")
            : "";
    return "CREATE "
        + (unique ? "UNIQUE " : "")
        + "INDEX "
        + quoted(part.name)
        + " ON "
        + part.table.sql()
        + " USING "
        + method
        + " ("
        + element
        + ")"
        + include
        + nulls
        + options
        + variant.one(7, "", "", " WHERE " + name + " IS NOT NULL");
  }

  static String list(List<Draft.Column> columns) {
    return String.join(", ", columns.stream().map(each -> quoted(each.name)).toList());
  }
}
