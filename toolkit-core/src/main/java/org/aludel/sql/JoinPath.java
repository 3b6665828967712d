package org.aludel.sql;

/**
 * A way to other rows that is known by mapping, such as a relationship of a class. The session
 * turns it into tables and conditions before the statement is compiled; the compiler refuses it.
 */
public non-sealed interface JoinPath extends JoinTarget {
  /** How a person would name it, such as {@code User.addresses}. */
  String describe();
}
