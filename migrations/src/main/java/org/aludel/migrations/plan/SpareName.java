package org.aludel.migrations.plan;

import java.nio.charset.StandardCharsets;
import org.aludel.compile.IdentifierQuoter;

/** A name for what exists within a step only. */
public final class SpareName {
  private SpareName() {}

  /** A name with an ending, cut to what the database keeps. */
  public static String of(IdentifierQuoter quoter, String name, String ending) {
    String cut = name;
    while ((cut + ending).getBytes(StandardCharsets.UTF_8).length > quoter.maximumBytes()) {
      cut = cut.substring(0, cut.length() - 1);
    }
    return cut + ending;
  }
}
