package org.aludel.orm.mapping;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The names of constraints: the one that the user wrote, else one made of the kind, the table and
 * the columns, the same at every run. Names that are too long keep their begin and get a hash.
 */
final class ConstraintNames {
  /** Source: PostgreSQL 18 §4.1.1; longer names are cut, which could make two of them equal. */
  private static final int MAX_BYTES = 63;

  private static final int HASH_LENGTH = 9;

  private final QualifiedName table;

  ConstraintNames(QualifiedName table) {
    this.table = table;
  }

  ConstraintName primaryKey() {
    return name(null, "pk", List.of());
  }

  ConstraintName unique(@Nullable String given, List<String> columns) {
    return name(given, "uq", columns);
  }

  ConstraintName foreignKey(@Nullable String given, List<String> columns) {
    return name(given, "fk", columns);
  }

  ConstraintName index(@Nullable String given, List<String> parts) {
    return name(given, "ix", parts);
  }

  /** A check of one column, or of the table when there is none. */
  ConstraintName check(@Nullable String given, @Nullable String column, String expression) {
    return name(given, "ck", List.of(column == null ? hash(expression) : column));
  }

  /** A short text that stands for an expression in a name. */
  static String hash(String expression) {
    return String.format(Locale.ROOT, "%08x", expression.hashCode());
  }

  private ConstraintName name(@Nullable String given, String kind, List<String> parts) {
    if (given != null) {
      return ConstraintName.given(Delimited.exact(given));
    }
    String text = kind + "_" + table.name() + (parts.isEmpty() ? "" : "_");
    return ConstraintName.conventional(fitted(text + String.join("_", parts)));
  }

  private static String fitted(String name) {
    if (bytes(name) <= MAX_BYTES) {
      return name;
    }
    int end = name.length();
    while (bytes(name.substring(0, end)) > MAX_BYTES - HASH_LENGTH) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + "_" + hash(name);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
