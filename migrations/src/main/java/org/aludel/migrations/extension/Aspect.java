package org.aludel.migrations.extension;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What Aludel itself compares, by the names that settings switch it off with. */
public enum Aspect {
  SCHEMAS,
  EXTENSIONS,
  TYPES,
  SEQUENCES,
  TABLES,
  COLUMNS,
  COLUMN_TYPES,
  NULLABILITY,
  DEFAULTS,
  IDENTITY,
  COMPUTED,
  OPTIONS,
  PRIMARY_KEYS,
  UNIQUE_CONSTRAINTS,
  CHECK_CONSTRAINTS,
  EXCLUDE_CONSTRAINTS,
  FOREIGN_KEYS,
  INDEXES,
  COMMENTS,
  VIEWS,
  ROUTINES,
  TRIGGERS,
  RULES,
  POLICIES,
  OTHERS,
  PRIVILEGES;

  /** Such as {@code aludel.check_constraints}. */
  public String comparator() {
    return "aludel." + name().toLowerCase(Locale.ROOT);
  }

  /** The names of all. */
  public static List<String> comparators() {
    return Arrays.stream(values()).map(Aspect::comparator).toList();
  }
}
