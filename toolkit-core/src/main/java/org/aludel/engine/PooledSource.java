package org.aludel.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** A HikariCP pool that starts with the first connection. */
final class PooledSource implements ConnectionSource {
  private final DataSource physical;
  private final int size;
  private final boolean lasting;
  private final Duration timeout;
  private final ReentrantLock starting = new ReentrantLock();
  private @Nullable HikariDataSource pool;

  /**
   * @param lasting whether the connection holds the database, and must never be replaced
   */
  PooledSource(DataSource physical, int size, boolean lasting, Duration timeout) {
    this.physical = physical;
    this.size = size;
    this.lasting = lasting;
    this.timeout = timeout;
  }

  @Override
  public Connection open() throws SQLException {
    try {
      return pool().getConnection();
    } catch (PoolInitializationException failure) {
      throw cause(failure);
    } catch (SQLTransientConnectionException failure) {
      if (failure.getCause() instanceof SQLException refusal) {
        throw refusal;
      }
      throw exhausted(failure);
    }
  }

  /** The pool's own exceptions hide what the driver said, which is what a person needs. */
  private static SQLException cause(PoolInitializationException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException own) {
      throw own;
    }
    return cause instanceof SQLException refusal ? refusal : new SQLException(failure);
  }

  /** No monitor: the first connection is opened inside, which may take long. */
  private HikariDataSource pool() {
    starting.lock();
    try {
      return startedPool();
    } finally {
      starting.unlock();
    }
  }

  private HikariDataSource startedPool() {
    if (pool == null) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(physical);
      config.setAutoCommit(false);
      config.setMaximumPoolSize(size);
      config.setMinimumIdle(1);
      config.setConnectionTimeout(timeout.toMillis());
      if (lasting) {
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
      }
      pool = new HikariDataSource(config);
    }
    return pool;
  }

  private DatabaseException exhausted(SQLTransientConnectionException failure) {
    return new DatabaseException(
        Problem.of(EngineCode.POOL_EXHAUSTED, "cannot take a connection from the pool")
            .found("all " + size + " are in use, for longer than " + timeout.toMillis() + " ms")
            .fix("close connections and sessions, by try-with-resources, or raise poolSize"),
        failure.getSQLState(),
        failure);
  }

  @Override
  public void close() {
    starting.lock();
    try {
      if (pool != null) {
        pool.close();
      }
    } finally {
      starting.unlock();
    }
  }
}
