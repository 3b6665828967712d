package org.aludel.migrations.extension;

import org.aludel.engine.Connection;

/**
 * Told of each revision that is run or undone, inside the transaction that moves the heads: what it
 * writes is committed with them, and what it throws takes the revision back. Not told of a stamp,
 * which runs nothing.
 */
@FunctionalInterface
public interface VersionHook {
  /**
   * Does what is to be committed with the step, such as a row of an audit.
   *
   * @param connection that of the revision; ending its transaction fails the revision
   */
  void moving(VersionMove move, Connection connection);
}
