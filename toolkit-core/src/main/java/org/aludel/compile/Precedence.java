package org.aludel.compile;

/** How tightly an operator binds, loosest first. Source: PostgreSQL 18 §4.1.6. */
public enum Precedence {
  OR,
  AND,
  NOT,
  IS,
  COMPARISON,
  /** BETWEEN, IN, LIKE. */
  MATCH,
  /** All other operators. */
  OTHER,
  SUM,
  PRODUCT,
  SIGN,
  /** Names, values, calls and what stands in parentheses. */
  ATOM;

  /** The next tighter one: what an operand needs where chains do not group. */
  Precedence tighter() {
    return switch (this) {
      case OR -> AND;
      case AND -> NOT;
      case NOT -> IS;
      case IS -> COMPARISON;
      case COMPARISON -> MATCH;
      case MATCH -> OTHER;
      case OTHER -> SUM;
      case SUM -> PRODUCT;
      case PRODUCT -> SIGN;
      case SIGN, ATOM -> ATOM;
    };
  }

  boolean looserThan(Precedence other) {
    return compareTo(other) < 0;
  }
}
