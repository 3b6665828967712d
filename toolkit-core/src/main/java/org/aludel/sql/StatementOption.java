package org.aludel.sql;

/**
 * A wish that travels with a SELECT to whoever runs it, such as a loader strategy of the ORM. A
 * marker; Core has none of its own and refuses those of others.
 */
public interface StatementOption {
  /** How a person would name it, such as {@code selectIn(User.addresses)}. */
  String describe();
}
