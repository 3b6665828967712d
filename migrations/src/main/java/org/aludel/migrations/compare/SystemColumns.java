package org.aludel.migrations.compare;

import java.util.Set;

/** The columns that every table has and nobody creates. Source: PostgreSQL 18 §5.6. */
public final class SystemColumns {
  private static final Set<String> NAMES =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private SystemColumns() {}

  /** Whether a name is one of them. */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
