package org.aludel.sql;

/** What may stand in ORDER BY: an expression, or one with a direction. */
public sealed interface OrderTerm permits Expression, Ordering {
  /** The term with its direction; ascending for a plain expression. */
  Ordering ordering();
}
