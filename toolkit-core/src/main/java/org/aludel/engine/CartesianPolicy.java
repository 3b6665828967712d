package org.aludel.engine;

/** What is done about statements in which nothing connects one source with another. */
public enum CartesianPolicy {
  /** A warning in the log, when the statement is compiled. */
  WARN,
  /** The statement is refused with {@code CARTESIAN_PRODUCT}. */
  REFUSE,
  /** Nothing. */
  ALLOW
}
