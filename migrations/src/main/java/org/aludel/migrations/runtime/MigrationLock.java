package org.aludel.migrations.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.ConnectionLost;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.BlockerWatch;
import org.aludel.migrations.step.StepHost;
import org.jspecify.annotations.Nullable;

/**
 * The lock that lets one runner at a time work on a database: an advisory lock of PostgreSQL, held
 * by an autocommit connection of its own, so that it ends with the process however that ends.
 *
 * <p>Asked for by polling: a process blocked in {@code pg_advisory_lock} holds a snapshot, which a
 * concurrent index build of the holder waits for: a deadlock.
 */
public final class MigrationLock implements AutoCloseable {
  private static final long POLL_MILLIS = 100;
  private static final long REPORT_MILLIS = 1_000;

  /** The server's default of two hours would keep the lock of a machine that lost its network. */
  private static final String KEEPALIVE_SECONDS = "60";

  private static final String PROBE_SECONDS = "10";
  private static final String PROBES = "6";
  private static final int PROCESS_COLUMN = 4;

  private static final long LOW_WORD = 0xFFFF_FFFFL;
  private static final String HOLDER =
      """
      SELECT a.pid, a.application_name, a.usename::text,
        coalesce(a.client_addr::text, 'the same machine'),
        pg_catalog.date_trunc('second', a.backend_start)::text
      FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d
                          WHERE d.datname = pg_catalog.current_database())
        AND l.classid = CAST(? AS bigint)::oid AND l.objid = CAST(? AS bigint)::oid\
      """;
  private static final String HELD =
      """
      SELECT 1 FROM pg_catalog.pg_locks
      WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid = ?
        AND classid = CAST(? AS bigint)::oid AND objid = CAST(? AS bigint)::oid\
      """;

  private final Connection connection;
  private final long key;
  private final int serverProcess;
  private final RunnerOptions options;
  private @Nullable BlockerWatch watch;

  private MigrationLock(Connection connection, RunnerOptions options) {
    this.connection = connection;
    this.options = options;
    this.key = key(options);
    this.serverProcess = introduced(connection);
  }

  /**
   * Waits for the lock.
   *
   * @throws RevisionException LOCKED when another process holds it for longer than the timeout
   */
  public static MigrationLock acquire(
      Engine engine, RunnerOptions options, ProgressListener listener) {
    Connection connection = engine.connectAutocommit();
    try {
      MigrationLock lock = new MigrationLock(connection, options);
      lock.poll(options.waitForTurn(), listener);
      if (!lock.held(connection)) {
        throw pooled("the server does not list the lock for the connection that took it");
      }
      return lock;
    } catch (AludelException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Says in {@code pg_stat_activity} who holds the lock, for those who wait.
   *
   * @return the server process of the connection
   */
  private static int introduced(Connection connection) {
    String name = "aludel migrations, process " + ProcessHandle.current().pid();
    String sql =
        "SELECT pg_catalog.set_config('application_name', ?, false),"
            + " pg_catalog.set_config('tcp_keepalives_idle', ?, false),"
            + " pg_catalog.set_config('tcp_keepalives_interval', ?, false),"
            + " pg_catalog.set_config('tcp_keepalives_count', ?, false),"
            + " pg_catalog.pg_backend_pid()";
    Integer process =
        connection
            .execute(sql, name, KEEPALIVE_SECONDS, PROBE_SECONDS, PROBES)
            .one()
            .get(PROCESS_COLUMN, Integer.class);
    return Objects.requireNonNull(process);
  }

  private void poll(Duration timeout, ProgressListener listener) {
    long start = System.nanoTime();
    long reported = -REPORT_MILLIS;
    while (!tryLock()) {
      long waited = Duration.ofNanos(System.nanoTime() - start).toMillis();
      if (waited >= timeout.toMillis()) {
        throw locked(waited);
      }
      if (waited - reported >= REPORT_MILLIS) {
        listener.waiting(holder(), Duration.ofMillis(waited));
        reported = waited;
      }
      sleep(POLL_MILLIS / 2 + ThreadLocalRandom.current().nextLong(POLL_MILLIS));
    }
  }

  private boolean tryLock() {
    String sql = "SELECT pg_catalog.pg_try_advisory_lock(?)";
    return Boolean.TRUE.equals(connection.execute(sql, key).scalar(Boolean.class));
  }

  private RevisionException locked(long waited) {
    return new RevisionException(
        Problem.of(MigrationCode.LOCKED, "cannot begin: another process is running revisions")
            .found(holder() + "; waited " + Duration.ofMillis(waited).toSeconds() + " s")
            .expected("the lock to be free")
            .fix("wait for that process, or end it: the lock goes with its connection"));
  }

  /** Who holds the lock, in words. */
  private String holder() {
    return connection
        .execute(HOLDER, key >>> Integer.SIZE, key & LOW_WORD)
        .first()
        .map(
            row ->
                "server process "
                    + row.get(0)
                    + " ("
                    + row.get(1)
                    + ") of user "
                    + row.get(2)
                    + " from "
                    + row.get(3)
                    + ", connected since "
                    + row.get(4))
        .orElse("nobody any more");
  }

  private boolean held(Connection asked) {
    return asked.execute(HELD, held().toArray()).first().isPresent();
  }

  /**
   * Refuses a pooler that gives out server processes by the transaction. While a transaction of
   * ours is open, it has to serve the lock's connection by another process than before, or it has
   * given the lock's process to the transaction.
   *
   * @param open a connection with a transaction that has begun
   * @throws RevisionException POOLED_CONNECTION
   */
  void refusePooler(Connection open) {
    String sql = "SELECT pg_catalog.pg_backend_pid()";
    Integer carrying = open.execute(sql).scalar(Integer.class);
    Integer locking = connection.execute(sql).scalar(Integer.class);
    if (locking == null || locking != serverProcess) {
      throw pooled(
          "server process "
              + locking
              + " answers on the connection that took the lock in server process "
              + serverProcess);
    }
    if (locking.equals(carrying)) {
      throw pooled("server process " + locking + " carries a transaction of another connection");
    }
  }

  private static RevisionException pooled(String found) {
    return new RevisionException(
        Problem.of(
                MigrationCode.POOLED_CONNECTION,
                "cannot run revisions through a pooler in transaction mode")
            .found(found)
            .expected("a server process that belongs to a connection as long as it is open")
            .fix(
                "give the server's own address, or that of a pool in session mode: in PgBouncer"
                    + " pool_mode = session for the database that migrations use"));
  }

  /**
   * Adds the check that the lock is still held; the server itself is asked, within the transaction
   * that is about to be committed. Refuses with LOCKED.
   */
  public void require(BookkeepingWrite write) {
    write.require(HELD, held(), rows -> lost());
  }

  /** The same check for a statement that commits by itself. */
  StepHost.Guard guard() {
    String query = HELD;
    for (Object each : held()) {
      query = query.replaceFirst("[?]", String.valueOf(each));
    }
    return new StepHost.Guard(query, MigrationLock::lost);
  }

  private List<Object> held() {
    return List.of(serverProcess, key >>> Integer.SIZE, key & LOW_WORD);
  }

  private static RevisionException lost() {
    return new RevisionException(
        Problem.of(MigrationCode.LOCKED, "cannot go on: the lock of this run is lost")
            .found("the server does not list the lock for the connection that took it")
            .expected("a connection of its own for the whole run")
            .fix(
                "run again: what was committed stands; if it happens again, look for what ends idle"
                    + " connections, such as a firewall"));
  }

  /** Looks, over the connection of the lock, at who is in the way of the run. */
  BlockerWatch watch() {
    if (watch == null) {
      watch = new BlockerWatch(connection, options.limits().lockTimeout());
    }
    return watch;
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    try (connection) {
      connection.execute("SELECT pg_catalog.pg_advisory_unlock(?)", key).close();
      connection.update(
          "RESET application_name; RESET tcp_keepalives_idle; RESET tcp_keepalives_interval;"
              + " RESET tcp_keepalives_count");
    } catch (ConnectionLost e) {
      // Nothing to give back: the lock went with its connection, and what was committed stands.
    }
  }

  /**
   * Advisory locks belong to one database, so the place of the version table is all that must tell
   * runners apart. Its usual name is left out, as it was before there were others.
   */
  static long key(RunnerOptions options) {
    VersionStore store = options.store();
    String place = options.storeSchema() + (store.shared() ? "." + store.table() : "");
    try {
      byte[] name = ("aludel:" + place).getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RevisionException(
          Problem.of(MigrationCode.LOCKED, "cannot wait for the lock: interrupted"), e);
    }
  }
}
