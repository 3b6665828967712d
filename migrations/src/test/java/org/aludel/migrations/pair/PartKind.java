package org.aludel.migrations.pair;

/** What a draft has besides tables, in the order in which it is made. */
enum PartKind {
  EXTENSION,
  ENUM,
  DOMAIN,
  COMPOSITE,
  RANGE,
  COLLATION,
  SEQUENCE,
  FUNCTION,
  CAST,
  OPERATOR,
  AGGREGATE,
  /** After the tables. */
  PRIMARY_KEY,
  UNIQUE,
  CHECK,
  EXCLUDE,
  FOREIGN_KEY,
  INDEX,
  STATISTICS,
  TABLE_FUNCTION,
  PROCEDURE,
  VIEW,
  MATERIALIZED_VIEW,
  TRIGGER,
  RULE,
  POLICY,
  GRANT,
  PUBLICATION,
  DEFAULT_PRIVILEGES,
  EVENT_TRIGGER;

  boolean beforeTables() {
    return compareTo(PRIMARY_KEY) < 0;
  }

  boolean isType() {
    return this == ENUM || this == DOMAIN || this == COMPOSITE || this == RANGE;
  }

  boolean onColumns() {
    return switch (this) {
      case UNIQUE,
          CHECK,
          EXCLUDE,
          FOREIGN_KEY,
          INDEX,
          STATISTICS,
          VIEW,
          MATERIALIZED_VIEW,
          TRIGGER,
          RULE,
          POLICY,
          GRANT,
          TABLE_FUNCTION,
          PROCEDURE,
          PUBLICATION ->
          true;
      default -> false;
    };
  }
}
