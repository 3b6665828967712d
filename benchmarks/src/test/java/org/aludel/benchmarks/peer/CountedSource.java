package org.aludel.benchmarks.peer;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.aludel.testing.StatementRecorder;
import org.jspecify.annotations.Nullable;

/** A pool whose statements are counted on request; the measured rounds see it without a wrapper. */
final class CountedSource implements DataSource {
  private final DataSource pool;
  private volatile @Nullable StatementRecorder recorder;

  CountedSource(DataSource pool) {
    this.pool = pool;
  }

  /** Executions over connections that are borrowed meanwhile; a batch is one. */
  int counted(Callable<?> work) throws Exception {
    StatementRecorder counting = new StatementRecorder();
    recorder = counting;
    try {
      work.call();
      return counting.count();
    } finally {
      recorder = null;
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    StatementRecorder counting = recorder;
    Connection connection = pool.getConnection();
    return counting == null ? connection : counting.wrap(connection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return pool.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
