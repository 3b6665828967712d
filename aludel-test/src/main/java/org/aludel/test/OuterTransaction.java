package org.aludel.test;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connections are all one connection in one transaction, which is never
 * committed. What a borrower takes for a transaction is a savepoint. Savepoints end from the inside
 * out, so of several borrowers with open transactions only the last may work; whoever interleaves
 * them is told. Thread-safe as far as the driver's connection is.
 */
final class OuterTransaction implements DataSource, AutoCloseable {
  private final DataSource origin;
  private final Deque<SharedConnection> open = new ArrayDeque<>();
  private @Nullable Connection physical;

  OuterTransaction(DataSource origin) {
    this.origin = origin;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    Connection known = physical;
    if (known == null) {
      known = origin.getConnection();
      known.setAutoCommit(false);
      physical = known;
    }
    return new SharedConnection(this, known).proxy();
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return getConnection();
  }

  /** A borrower's transaction begins, inside those that are open. */
  synchronized void begun(SharedConnection borrower) {
    open.push(borrower);
  }

  /** A borrower is about to work or to end its transaction. */
  synchronized void require(SharedConnection borrower, String what) {
    if (open.contains(borrower) && open.peek() != borrower) {
      throw new UsageException(
          Problem.of(TestCode.INTERLEAVED, "cannot " + what + " in the transaction of a test")
              .found("another transaction that began later and has not ended")
              .expected("transactions that end before those that began earlier go on")
              .fix(
                  "commit or close the later one first, or"
                      + " @OrmTest(isolation = OrmTest.Isolation.DATABASE)"));
    }
  }

  /** A borrower's transaction is over, and with it those that began inside. */
  synchronized void ended(SharedConnection borrower) {
    while (!open.isEmpty() && open.pop() != borrower) {
      // What was begun inside ends with it.
    }
  }

  /** Undoes everything. */
  @Override
  public synchronized void close() throws SQLException {
    Connection known = physical;
    physical = null;
    if (known != null) {
      try (known) {
        known.rollback();
      }
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return origin.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    origin.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    origin.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return origin.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return origin.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return origin.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return origin.isWrapperFor(type);
  }
}
