package org.aludel.migrations.plan;

import java.nio.charset.StandardCharsets;
import org.aludel.compile.IdentifierQuoter;

/** A name for what exists within a step only. */
final class SpareName {
  private SpareName() {}

  /** A name with an ending, cut to what the database keeps. */
  static String of(IdentifierQuoter quoter, String name, String ending) {
    String cut = name;
    while ((cut + ending).getBytes(StandardCharsets.UTF_8).length > quoter.maximumBytes()) {
      cut = cut.substring(0, cut.length() - 1);
    }
    return cut + ending;
  }
}
