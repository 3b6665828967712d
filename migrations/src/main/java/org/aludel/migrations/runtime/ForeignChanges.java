package org.aludel.migrations.runtime;

import org.aludel.engine.Connection;
import org.aludel.migrations.revision.Change;

/** Runs changes that we do not know, where Liquibase is on the class path. */
interface ForeignChanges {
  /** Runs a change in the connection's transaction. */
  void run(Connection connection, Change change) throws Exception;

  /** Whether Liquibase is there; asks without initialising it. */
  static boolean available() {
    try {
      Class.forName("liquibase.change.ChangeFactory", false, ForeignChanges.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Liquibase itself; only where it is {@link #available}. */
  static ForeignChanges liquibase() {
    return new LiquibaseChanges();
  }
}
