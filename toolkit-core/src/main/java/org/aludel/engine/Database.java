package org.aludel.engine;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.engine.pool.ConnectionSource;
import org.aludel.engine.pool.Lease;
import org.aludel.error.DatabaseException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/** One database as an engine and its clones share it: source, cache, dialect. Thread-safe. */
final class Database {
  private final String address;
  private final @Nullable DatabaseUrl url;
  private final ConnectionSource source;
  private final CompiledCache cache;
  private final ReentrantLock checking = new ReentrantLock();
  private volatile @Nullable Dialect dialect;
  private volatile boolean checked;
  private volatile boolean closed;

  Database(
      String address,
      @Nullable DatabaseUrl url,
      ConnectionSource source,
      CompiledCache cache,
      @Nullable Dialect dialect) {
    this.address = address;
    this.url = url;
    this.source = source;
    this.cache = cache;
    this.dialect = dialect;
  }

  String address() {
    return address;
  }

  @Nullable DatabaseUrl url() {
    return url;
  }

  @Nullable Dialect knownDialect() {
    return dialect;
  }

  void close() {
    closed = true;
    source.close();
  }

  Connection connect(ConnectionSetting setting) {
    if (closed) {
      throw new UsageException(
          Problem.of(EngineCode.CLOSED, "cannot connect through a closed engine")
              .fix("close the engine when the application ends, not earlier"));
    }
    Lease lease = take();
    try {
      Calls calls = new Calls(check(lease.jdbc()), cache, setting.cartesian());
      return new Connection(lease, calls, setting, source::invalidate);
    } catch (SQLException failure) {
      giveBack(lease, failure);
      throw translateConnect(failure);
    } catch (RuntimeException failure) {
      giveBack(lease, failure);
      throw failure;
    }
  }

  private Lease take() {
    try {
      return source.take();
    } catch (SQLException failure) {
      throw translateConnect(failure);
    }
  }

  /**
   * Looks at the server once; again with the next connection when the first look failed. A lock
   * rather than a monitor, which would pin a virtual thread while the server is asked.
   */
  private Dialect check(java.sql.Connection jdbc) throws SQLException {
    Dialect known = dialect;
    if (checked && known != null) {
      return known;
    }
    checking.lock();
    try {
      known = found(jdbc);
      if (!checked) {
        known.requireSupported(jdbc.getMetaData());
        known = known.of(jdbc);
        dialect = known;
        checked = true;
      }
      return known;
    } finally {
      checking.unlock();
    }
  }

  private Dialect found(java.sql.Connection jdbc) throws SQLException {
    Dialect known = dialect;
    if (known == null) {
      String jdbcUrl = jdbc.getMetaData().getURL();
      known =
          DialectRegistry.load()
              .forUrl(jdbcUrl)
              .orElseThrow(() -> noDialect(UrlParser.redact(jdbcUrl)));
      dialect = known;
    }
    return known;
  }

  private DatabaseException translateConnect(SQLException failure) {
    Dialect known = dialect;
    if (known != null) {
      return known.translateConnect(failure, address);
    }
    return new DatabaseException(
        Problem.of(EngineCode.CONNECTION_FAILED, "cannot connect through the " + address)
            .found(String.valueOf(failure.getMessage()))
            .fix("check the data source's own settings"),
        failure.getSQLState(),
        failure);
  }

  private static void giveBack(Lease lease, Exception failure) {
    try {
      lease.close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  static UsageException noDialect(String address) {
    return new UsageException(
        Problem.of(EngineCode.NO_DIALECT, "cannot work with the database \"" + address + "\"")
            .found("dialects: " + String.join(", ", DialectRegistry.load().names()))
            .expected("a URL that one of them accepts, such as postgresql://host/database"));
  }
}
