package org.aludel.engine;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

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
   * Whose revisions are meant.
   *
   * @param classLoader sees them
   * @param database the name of one of several databases of the application; null where it has one
   */
  record Application(ClassLoader classLoader, @Nullable String database) {}

  /**
   * Checks once, with a connection of its own that it gives back. A database that is ahead (it has
   * all that the application carries, and more) is a warning under each policy.
   *
   * @throws org.aludel.error.RevisionException SESSION-SCHEMA-BEHIND or SESSION-SCHEMA-UNKNOWN
   *     under {@link Policy#FAIL}, the latter under {@link Policy#UPGRADE} too; whatever a failing
   *     upgrade throws
   */
  void check(Engine engine, Application application, Policy policy);

  /** Runs every check on the class path; none is fine, for an application without migrations. */
  static void runAll(Engine engine, Application application, Policy policy) {
    if (policy != Policy.IGNORE) {
      ServiceLoader.load(SchemaCheck.class, application.classLoader())
          .forEach(check -> check.check(engine, application, policy));
    }
  }
}
