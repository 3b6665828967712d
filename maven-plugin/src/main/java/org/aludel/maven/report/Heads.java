package org.aludel.maven.report;

import java.util.List;

/** Heads of a database as a person reads them. */
final class Heads {
  private Heads() {}

  /** The ids, or {@code base} where there are none. */
  static String text(List<String> ids) {
    return ids.isEmpty() ? "base" : String.join(", ", ids);
  }
}
