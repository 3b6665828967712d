package org.aludel.schema;

/** How a composite foreign key treats nulls. PARTIAL is not implemented by PostgreSQL. */
public enum MatchType {
  SIMPLE,
  FULL
}
