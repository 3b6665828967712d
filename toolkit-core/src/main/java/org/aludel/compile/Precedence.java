package org.aludel.compile;

import java.util.Arrays;

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
  POWER,
  /** AT TIME ZONE. */
  ZONE,
  COLLATE,
  SIGN,
  /** Names, values, calls and what stands in parentheses. */
  ATOM;

  /** The next tighter one: what an operand needs where chains do not group. */
  Precedence tighter() {
    return Arrays.stream(values()).filter(this::looserThan).findFirst().orElse(ATOM);
  }

  boolean looserThan(Precedence other) {
    return compareTo(other) < 0;
  }
}
