package org.aludel.compile;

import java.util.List;
import org.aludel.sql.FromItem;
import org.aludel.sql.Select;

/** The sources that a query reads, with those that it takes from what is selected. */
public final class FinalSources {
  private FinalSources() {}

  /**
   * The sources of a query that stands alone, those in parentheses too, in the order in which they
   * are written; immutable.
   *
   * @throws org.aludel.error.CompileException as when it is compiled: {@code NO_JOIN_CONDITION},
   *     {@code AMBIGUOUS_JOIN}, {@code FOREIGN_COLUMN} or {@code NEEDS_SESSION}
   */
  public static List<FromItem> of(Select<?> select) {
    return List.copyOf(FromPlan.exposed(FromPlan.of(select, new Scopes()).sources()));
  }
}
