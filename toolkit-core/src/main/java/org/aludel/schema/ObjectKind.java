package org.aludel.schema;

import java.util.Locale;

/**
 * The kinds of schema objects and of their parts, in the order in which a database is filled where
 * nothing else decides.
 */
public enum ObjectKind {
  SCHEMA,
  EXTENSION,
  COLLATION,
  CONVERSION,
  ENUM,
  DOMAIN,
  COMPOSITE_TYPE,
  RANGE_TYPE,
  SEQUENCE,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  OPERATOR,
  OPERATOR_FAMILY,
  OPERATOR_CLASS,
  CAST,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_CONFIGURATION,
  FOREIGN_DATA_WRAPPER,
  FOREIGN_SERVER,
  TABLE,
  INDEX,
  VIEW,
  MATERIALIZED_VIEW,
  STATISTICS_OBJECT,
  RULE,
  TRIGGER,
  POLICY,
  PUBLICATION,
  EVENT_TRIGGER,
  /** A part: a column of a table or view, or an attribute of a composite type. */
  COLUMN,
  /** A part: a constraint of a table. */
  CONSTRAINT,
  /** A part: a constraint of a domain. */
  DOMAIN_CONSTRAINT,
  /** What a role grants by itself on objects that it will create. */
  DEFAULT_PRIVILEGES;

  /** The kind in words, such as {@code materialized view}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether several objects may have the same name, told apart by the types they take. */
  public boolean isOverloaded() {
    return isRoutine() || this == AGGREGATE || this == OPERATOR;
  }

  /** Functions and procedures. */
  public boolean isRoutine() {
    return this == FUNCTION || this == PROCEDURE;
  }

  /** Whether the object belongs to a relation and has its name from there. */
  public boolean isPart() {
    return switch (this) {
      case RULE, TRIGGER, POLICY, COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT -> true;
      default -> false;
    };
  }
}
