package org.aludel.engine;

import java.util.ServiceLoader;

/**
 * Compares the revisions that an application carries with those that its database has. Core only
 * asks; the answer comes from {@code aludel-migrations}, which a {@link ServiceLoader} finds where
 * it is on the class path. Implementations have a public constructor without parameters and no
 * state.
 */
public interface SchemaCheck {
  /** What happens where the database lacks revisions, or is at one that the application ignores. */
  enum Policy {
    /** An error, before any object is read. */
    FAIL,
    /** Missing revisions are run. */
    UPGRADE,
    /** A line in the log. */
    WARN,
    /** Nothing; the database is not asked. */
    IGNORE
  }

  /**
   * Checks once, with a connection of its own that it gives back. A database that is ahead (it has
   * all that the application carries, and more) is a warning under each policy.
   *
   * @param application the class loader that sees the application's revisions
   * @throws org.aludel.error.RevisionException SESSION-SCHEMA-BEHIND or SESSION-SCHEMA-UNKNOWN
   *     under {@link Policy#FAIL}, the latter under {@link Policy#UPGRADE} too; whatever a failing
   *     upgrade throws
   */
  void check(Engine engine, ClassLoader application, Policy policy);

  /** Runs every check on the class path; none is fine, for an application without migrations. */
  static void runAll(Engine engine, ClassLoader application, Policy policy) {
    if (policy != Policy.IGNORE) {
      ServiceLoader.load(SchemaCheck.class, application)
          .forEach(check -> check.check(engine, application, policy));
    }
  }
}
