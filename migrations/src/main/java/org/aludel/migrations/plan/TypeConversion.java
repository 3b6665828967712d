package org.aludel.migrations.plan;

import java.util.Set;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.TypeFamily;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column come to another type. Where the database converts by itself on
 * assignment it is left to it, since that refuses a value that does not fit instead of cutting it.
 * Source: PostgreSQL 18, {@code pg_cast} and CREATE CAST (conversions through text).
 */
final class TypeConversion {
  /** From the left to the right without USING. */
  private static final Set<String> ASSIGNMENTS =
      Set.of(
          "INTEGER>NUMERIC",
          "INTEGER>FLOAT",
          "NUMERIC>INTEGER",
          "NUMERIC>FLOAT",
          "FLOAT>INTEGER",
          "FLOAT>NUMERIC",
          "TIME>INTERVAL",
          "INTERVAL>TIME");

  /** Numbers and moments: no text of the one is a text of the other. */
  private static final Set<TypeFamily> SCALARS =
      Set.of(
          TypeFamily.INTEGER,
          TypeFamily.NUMERIC,
          TypeFamily.FLOAT,
          TypeFamily.BOOLEAN,
          TypeFamily.UUID,
          TypeFamily.MOMENT,
          TypeFamily.TIME,
          TypeFamily.INTERVAL,
          TypeFamily.NETWORK);

  /**
   * What the values of a row type are while that type is exchanged: by the names of its attributes,
   * spelled as no column of a database is.
   */
  static final String BY_NAME = "pg_catalog.jsonb";

  private static final Set<TypeFamily> NUMBERS =
      Set.of(TypeFamily.INTEGER, TypeFamily.NUMERIC, TypeFamily.FLOAT);

  private final String from;
  private final String to;
  private final @Nullable String wantedDefault;

  TypeConversion(ColumnType from, ColumnType to) {
    this.from = from.type().name();
    this.to = to.type().name();
    this.wantedDefault = to.serverDefault();
  }

  /** Whether keys and expressions over the old type mean the same over the new one. */
  boolean staysInFamily() {
    TypeFamily family = TypeFamily.of(from);
    return TypeFamily.base(from).equals(TypeFamily.base(to))
        || (family == TypeFamily.of(to) && family != TypeFamily.OTHER);
  }

  /**
   * The USING expression, or null where assignment does it.
   *
   * @param column the column as an SQL identifier
   */
  @Nullable String using(String column) {
    if (to.equals(BY_NAME)) {
      return "to_jsonb(" + column + ")";
    }
    if (from.equals(BY_NAME)) {
      return "jsonb_populate_record(NULL::" + to + ", " + column + ")";
    }
    return becomesText() ? column + "::text" : converted(column);
  }

  private @Nullable String converted(String column) {
    if (TypeFamily.base(from).equals(TypeFamily.base(to)) || assigns()) {
      return null;
    }
    TypeFamily source = TypeFamily.of(from);
    if (source == TypeFamily.TEXT) {
      return column + "::" + to;
    }
    if (isArray(from) != isArray(to)) {
      return isArray(to) ? asArray(column) : column + "[1]::text::" + to;
    }
    String truth = truth(column);
    if (truth != null) {
      return truth;
    }
    boolean strangers = SCALARS.contains(source) && SCALARS.contains(TypeFamily.of(to));
    return strangers && wantedDefault != null ? wantedDefault : throughText(column);
  }

  /** Whether nothing leads from the one to the other, not even a text or a default. */
  boolean isBetweenStrangers() {
    String expression = using("");
    return expression != null
        && !expression.equals(wantedDefault)
        && expression.contains("::text")
        && SCALARS.contains(TypeFamily.of(from))
        && SCALARS.contains(TypeFamily.of(to))
        && isArray(from) == isArray(to);
  }

  /** Whether {@link #using} reads each value as the text of the new type. */
  boolean goesThroughText() {
    if (becomesText()) {
      return false;
    }
    String expression = using("");
    boolean text = TypeFamily.of(from) == TypeFamily.TEXT;
    return expression != null
        && !expression.equals(wantedDefault)
        && (text || expression.contains("::text"));
  }

  /**
   * A cast that users made, such as of an enum, takes the place of the assignment to text. What
   * comes out is assigned, so that a text that is too long is still refused.
   */
  private boolean becomesText() {
    return TypeFamily.of(from) == TypeFamily.OTHER
        && !isArray(from)
        && TypeFamily.of(to) == TypeFamily.TEXT
        && !to.equals("citext");
  }

  /** Between numbers and truth values, of which only integer has a cast. */
  private @Nullable String truth(String column) {
    TypeFamily source = TypeFamily.of(from);
    TypeFamily target = TypeFamily.of(to);
    if (target == TypeFamily.BOOLEAN && NUMBERS.contains(source)) {
      return column + " <> 0";
    }
    if (source == TypeFamily.BOOLEAN && NUMBERS.contains(target)) {
      return column + "::integer" + (to.equals("integer") ? "" : "::" + to);
    }
    return null;
  }

  private boolean assigns() {
    TypeFamily source = TypeFamily.of(from);
    TypeFamily target = TypeFamily.of(to);
    if (target == TypeFamily.TEXT && !to.equals("citext")) {
      return true;
    }
    if (source == target) {
      return source != TypeFamily.OTHER && source != TypeFamily.BITS;
    }
    return ASSIGNMENTS.contains(source + ">" + target)
        || (source == TypeFamily.MOMENT && target == TypeFamily.TIME && !from.equals("date"));
  }

  /** A null becomes no array, not an array of it. */
  private String asArray(String column) {
    return "CASE WHEN " + column + " IS NOT NULL THEN ARRAY[" + column + "::text]::" + to + " END";
  }

  private String throughText(String column) {
    return column + (isArray(to) ? "::text[]::" : "::text::") + to;
  }

  private static boolean isArray(String type) {
    return type.endsWith("[]");
  }
}
