package org.aludel.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;

/**
 * How constraints and indexes are named that nobody named. Templates hold the tokens {@code
 * %(table_name)}, {@code %(column_0_name)} (the first column), {@code %(column_0_N_name)} (all
 * columns, joined by {@code _}), {@code %(referred_table_name)} in foreign keys and {@code
 * %(constraint_name)} in checks. Immutable. As SQLAlchemy: {@code MetaData.naming_convention}.
 *
 * <pre>{@code
 * NamingConvention.standard().unique(QualifiedName.of("user_account"), List.of("email"))
 * // uq_user_account_email
 * }</pre>
 *
 * @param maximumBytes the longest name, in bytes of UTF-8; what is longer ends in a hash of the
 *     whole, so that equal models have equal names and different ones differ
 */
public record NamingConvention(
    String primaryKey,
    String unique,
    String index,
    String foreignKey,
    String check,
    String exclude,
    int maximumBytes) {
  private static final Pattern TOKEN = Pattern.compile("%\\(([^)]*)\\)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  /** Digits of the hash at the end of a name that was cut. */
  private static final int HASH_DIGITS = 8;

  /**
   * {@code pk_TABLE}, {@code uq_TABLE_COLUMNS}, {@code ix_TABLE_COLUMNS}, {@code
   * fk_TABLE_COLUMNS_TARGET}, {@code ck_TABLE_NAME}, {@code ex_TABLE_COLUMNS}, 63 bytes at most.
   */
  public static NamingConvention standard() {
    return new NamingConvention(
        "pk_%(table_name)",
        "uq_%(table_name)_%(column_0_N_name)",
        "ix_%(table_name)_%(column_0_N_name)",
        "fk_%(table_name)_%(column_0_N_name)_%(referred_table_name)",
        "ck_%(table_name)_%(constraint_name)",
        "ex_%(table_name)_%(column_0_N_name)",
        63);
  }

  /** The name of a primary key. */
  public ConstraintName primaryKey(QualifiedName table, List<String> columns) {
    return name(primaryKey, ofColumns(table, columns));
  }

  /** The name of a unique constraint. */
  public ConstraintName unique(QualifiedName table, List<String> columns) {
    return name(unique, ofColumns(table, columns));
  }

  /**
   * The name of an index.
   *
   * @param keys columns, and for expressions their {@link #label}
   */
  public ConstraintName index(QualifiedName table, List<String> keys) {
    return name(index, ofColumns(table, keys));
  }

  /** The name of an exclusion constraint; keys as for an index. */
  public ConstraintName exclude(QualifiedName table, List<String> keys) {
    return name(exclude, ofColumns(table, keys));
  }

  /** The name of a foreign key to another table. */
  public ConstraintName foreignKey(
      QualifiedName table, List<String> columns, QualifiedName target) {
    Map<String, String> values = ofColumns(table, columns);
    values.put("referred_table_name", target.name());
    return name(foreignKey, values);
  }

  /**
   * The name of a check.
   *
   * @param label what tells it from the table's other checks: the column that it is about, or the
   *     {@link #hash} of its expression
   */
  public ConstraintName check(QualifiedName table, String label) {
    Map<String, String> values = new TreeMap<>();
    values.put("table_name", table.name());
    values.put("constraint_name", label);
    return name(check, values);
  }

  /**
   * The words of an expression joined by {@code _}: {@code lower_email} for {@code lower(email)}.
   */
  public static String label(String expression) {
    return NO_WORD.matcher(expression).replaceAll(" ").strip().replace(' ', '_');
  }

  /** Eight hexadecimal digits that stand for a text; the same on every machine. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Map<String, String> ofColumns(QualifiedName table, List<String> columns) {
    Map<String, String> values = new TreeMap<>();
    values.put("table_name", table.name());
    values.put("column_0_name", columns.isEmpty() ? "" : columns.get(0));
    values.put("column_0_N_name", String.join("_", columns));
    return values;
  }

  private ConstraintName name(String template, Map<String, String> values) {
    String text =
        TOKEN
            .matcher(template)
            .replaceAll(found -> Matcher.quoteReplacement(value(template, found.group(1), values)));
    return ConstraintName.conventional(cut(text));
  }

  private static String value(String template, String token, Map<String, String> values) {
    String value = values.get(token);
    if (value == null) {
      throw new SchemaException(
          Problem.of(
                  SchemaCode.INVALID_NAME, "cannot make a name from template \"" + template + "\"")
              .found("the token %(" + token + ")")
              .expected("one of " + String.join(", ", values.keySet())));
    }
    return value;
  }

  private String cut(String text) {
    if (bytes(text) <= maximumBytes) {
      return text;
    }
    int end = text.length();
    while (bytes(text.substring(0, end)) > maximumBytes - HASH_DIGITS - 1) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "_" + hash(text);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
