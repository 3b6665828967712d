package org.aludel.engine;

import java.sql.SQLException;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;

/**
 * A failure of the driver on its way to the caller, which a listener may replace or declare the end
 * of the connection. Not thread-safe.
 */
public final class Failure {
  private final SQLException driverException;
  private final DatabaseException exception;
  private RuntimeException thrown;
  private boolean lost;

  Failure(SQLException driverException, DatabaseException exception) {
    this.driverException = driverException;
    this.exception = exception;
    this.thrown = exception;
    this.lost = exception instanceof ConnectionLost;
  }

  /** What the driver threw; may hold values of rows. */
  public SQLException driverException() {
    return driverException;
  }

  /** What the dialect made of it. */
  public DatabaseException exception() {
    return exception;
  }

  /** What the caller gets, as things stand. */
  public RuntimeException thrown() {
    return thrown;
  }

  /** Gives the caller another exception; the last listener that does so wins. */
  public void replaceWith(RuntimeException other) {
    thrown = other;
  }

  /** Whether the connection is gone. */
  public boolean isLost() {
    return lost;
  }

  /**
   * Declares the connection gone, for servers and proxies that say so in words of their own: it is
   * closed when it is given back, and so is every other one that the pool has.
   */
  public void markLost() {
    lost = true;
  }
}
