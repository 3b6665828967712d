package org.aludel.engine.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/** A HikariCP pool that starts with the first connection. Thread-safe. */
public final class PooledSource implements ConnectionSource {
  private final DataSource physical;
  private final PoolOptions options;
  private final Leases leases;
  private final ReentrantLock starting = new ReentrantLock();
  private @Nullable HikariDataSource pool;

  /**
   * A pool that opens nothing yet.
   *
   * @param physical opens a new connection at each call
   */
  public PooledSource(DataSource physical, PoolOptions options) {
    this.physical = physical;
    this.options = options;
    this.leases = new Leases(options.notePlaces());
  }

  @Override
  public Lease take() throws SQLException {
    Connection jdbc = open();
    return leases.add(jdbc, jdbc::close);
  }

  private Connection open() throws SQLException {
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
      pool = new HikariDataSource(configuration());
    }
    return pool;
  }

  /** Zero means "never" in ours and in HikariCP's settings alike. */
  HikariConfig configuration() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(physical);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(options.size());
    config.setMinimumIdle(options.kept());
    config.setConnectionTimeout(options.timeout().toMillis());
    config.setMaxLifetime(options.recycle().toMillis());
    config.setIdleTimeout(options.kept() == options.size() ? 0 : options.idleTimeout().toMillis());
    config.setKeepaliveTime(options.keepalive().toMillis());
    config.setLeakDetectionThreshold(options.leakWarning().toMillis());
    return config;
  }

  private DatabaseException exhausted(SQLTransientConnectionException failure) {
    String found =
        leases.count()
            + " of "
            + options.size()
            + " are in use, for longer than "
            + options.timeout().toMillis()
            + " ms:\n"
            + leases.holders();
    return new DatabaseException(
        Problem.of(EngineCode.POOL_EXHAUSTED, "cannot take a connection from the pool")
            .found(found)
            .fix("close connections and sessions, by try-with-resources, or raise poolSize"),
        failure.getSQLState(),
        failure);
  }

  /**
   * One lost connection says that the server may have gone; the others are opened anew rather than
   * tried one by one.
   */
  @Override
  public void invalidate() {
    HikariDataSource started = started();
    if (started != null) {
      started.getHikariPoolMXBean().softEvictConnections();
    }
  }

  private @Nullable HikariDataSource started() {
    starting.lock();
    try {
      return pool;
    } finally {
      starting.unlock();
    }
  }

  @Override
  public void close() {
    HikariDataSource started = started();
    if (started != null) {
      started.close();
    }
  }
}
