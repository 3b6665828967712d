package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.aludel.dialect.Capability;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.AdvisoryKey;
import org.aludel.migrations.contention.BlockerWatch;
import org.aludel.migrations.contention.LockWatch;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.step.StepHost;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The lock that lets one runner at a time work on a database: an advisory lock of PostgreSQL, held
 * by an autocommit connection of its own, so that it ends with the process however that ends.
 *
 * <p>It can end while a transaction of its run is still open, or a step outside one still at work.
 * So each of these holds a second lock, of the work, while it looks whether the first one is held
 * and until it has committed. Who comes to have the first one waits until the second one has been
 * free once: what is committed by then it will see, and nothing can be committed behind its back
 * any more.
 */
public final class MigrationLock implements RunLock {
  private static final String ENTER =
      "SELECT pg_catalog.pg_current_xact_id()::text, pg_catalog.pg_backend_pid(),"
          + " pg_catalog.set_config('search_path', ?, true),"
          + " pg_catalog.set_config('lock_timeout', ?, true),"
          + " pg_catalog.set_config('statement_timeout', ?, true),"
          + " pg_catalog.set_config('row_security', 'off', true), %s";

  /** Where the turn stands in what the statement gives. */
  private static final int TURN_COLUMN = 6;

  /** The server's default of two hours would keep the lock of a machine that lost its network. */
  private static final String KEEPALIVE_SECONDS = "60";

  private static final String PROBE_SECONDS = "10";
  private static final String PROBES = "6";
  private static final int PROCESS_COLUMN = 4;

  private final Connection connection;
  private final AdvisoryKey key;
  private final AdvisoryKey work;
  private final int serverProcess;
  private final String held;

  /**
   * Whether this run may work in the current transaction, as an expression without binds: true
   * until it ends; false when the lock is lost; null when somebody else is still at work.
   */
  private final String turn;

  private final RunnerOptions options;
  private @Nullable BlockerWatch watch;

  private MigrationLock(Connection connection, RunnerOptions options) {
    this.connection = connection;
    this.options = options;
    this.key = key(options);
    this.work = AdvisoryKey.of("aludel work:" + place(options));
    this.serverProcess = introduced(connection);
    this.held = AdvisoryKey.literal(AdvisoryKey.HELD, key.held(serverProcess));
    String taken = AdvisoryKey.literal(AdvisoryKey.TRY_IN_TRANSACTION, List.of(work.value()));
    // Of a CASE the server looks at the condition first.
    this.turn = "CASE WHEN " + taken + " THEN EXISTS (" + held + ") END";
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
      requireLocks(connection.dialect());
      MigrationLock lock = new MigrationLock(connection, options);
      lock.poll(lock.key, connection, () -> lock.key.take(connection), listener);
      if (!lock.held(connection)) {
        throw pooled("the server does not list the lock for the connection that took it");
      }
      // Its transaction ends with the statement: it is enough to have had it.
      lock.poll(lock.work, connection, () -> lock.work.takeInTransaction(connection), listener);
      return lock;
    } catch (AludelException e) {
      connection.close();
      throw e;
    }
  }

  /** Without a lock that holds two runs would mix; without DDL in it a transaction is no step. */
  private static void requireLocks(Dialect dialect) {
    if (!dialect.supports(Capability.ADVISORY_LOCKS)
        || !dialect.supports(Capability.TRANSACTIONAL_DDL)) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.UNSUPPORTED_DATABASE,
                  "cannot run revisions on \"" + dialect.product() + "\"")
              .found("a server without advisory locks that hold, and without DDL in transactions")
              .expected("PostgreSQL, Citus or SQLite")
              .fix("run the SQL of `orm:sql` by hand, one run at a time"));
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

  private void poll(
      AdvisoryKey wanted, Connection asked, BooleanSupplier taken, ProgressListener listener) {
    LockWait wait = new LockWait(options.waitForTurn(), listener);
    while (!taken.getAsBoolean()) {
      wait.pause(() -> wanted.holder(asked));
    }
  }

  private boolean held(Connection asked) {
    return asked.execute(held).first().isPresent();
  }

  /**
   * Refuses a pooler that gives out server processes by the transaction. While a transaction of
   * ours is open, it has to serve the lock's connection by another process than before, or it has
   * given the lock's process to the transaction.
   *
   * @param open a connection with a transaction that has begun
   * @throws RevisionException POOLED_CONNECTION; LOCKED when the lock went with its connection
   */
  @Override
  public void refusePooler(Connection open) {
    String sql = "SELECT pg_catalog.pg_backend_pid()";
    Integer carrying = open.execute(sql).scalar(Integer.class);
    Integer locking = asked(sql);
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

  private @Nullable Integer asked(String sql) {
    try {
      return connection.execute(sql).scalar(Integer.class);
    } catch (ConnectionLost gone) {
      RevisionException lost = lost("");
      lost.addSuppressed(gone);
      throw lost;
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
   * Points unqualified names at the default schema and sets limits, until the transaction ends. A
   * statement from which policies may hide rows fails: it would leave some undone and say nothing.
   */
  @Override
  public Entered begin(Work wanted) {
    List<Row> begun = new ArrayList<>();
    await(
        wanted.connection(),
        () -> {
          Row row = entered(wanted);
          begun.add(row);
          return row.get(TURN_COLUMN, Boolean.class);
        },
        wanted.listener());
    return entered(begun.get(begun.size() - 1));
  }

  @Override
  public Entered again(Work wanted) {
    return entered(entered(wanted));
  }

  private Row entered(Work wanted) {
    return wanted
        .connection()
        .execute(
            ENTER.formatted(turn),
            wanted.searchPath(),
            StepLimits.text(wanted.limits().lockTimeout()),
            StepLimits.text(wanted.limits().statementInTransaction()))
        .one();
  }

  private static Entered entered(Row row) {
    return new Entered(
        String.valueOf(row.get(0)), Objects.requireNonNull(row.get(1, Integer.class)));
  }

  /** Nothing to ask: the server gives the transaction's id with what is written next. */
  @Override
  public String done(Connection transaction, Entered begun) {
    return begun.transaction();
  }

  @Override
  public void leave(Connection left) {
    // What was set went with the transaction.
  }

  @Override
  public void alone(Work wanted, ObjIntConsumer<Connection> block) {
    Connection alone = wanted.connection();
    String sql =
        "SELECT pg_catalog.set_config('search_path', ?, false), pg_catalog.pg_backend_pid(),"
            + " pg_catalog.set_config('row_security', 'off', false)";
    Integer process = alone.execute(sql, wanted.searchPath()).one().get(1, Integer.class);
    try {
      work(alone, wanted.listener());
      block.accept(alone, Objects.requireNonNull(process));
    } catch (AludelException e) {
      restore(alone, e);
      throw e;
    }
    reset(alone);
  }

  /** A pool gives the connection to others afterwards. */
  private void reset(Connection alone) {
    work.giveBack(alone);
    alone.update(
        "RESET search_path; RESET lock_timeout; RESET statement_timeout; RESET row_security");
  }

  private void restore(Connection alone, AludelException failure) {
    try {
      reset(alone);
    } catch (DatabaseException second) {
      failure.addSuppressed(second);
    }
  }

  @Override
  public void limit(Connection alone, StepLimits limits, @Nullable String sql) {
    limits.applyAlone(alone, sql);
  }

  /**
   * Begins a transaction in which this run may work.
   *
   * @param turn begins it anew and gives what {@link #turn} is there
   * @throws RevisionException LOCKED
   */
  private void await(
      Connection transaction, Supplier<@Nullable Boolean> turn, ProgressListener listener) {
    BooleanSupplier taken =
        () -> {
          // Nobody may have to wait for a snapshot of ours while we wait.
          transaction.rollback();
          Boolean mine = turn.get();
          if (mine == null) {
            transaction.rollback();
            refuseLost(transaction);
            transaction.rollback();
          } else if (!mine) {
            throw lost("");
          }
          return mine != null;
        };
    poll(work, transaction, taken, listener);
  }

  /** Takes the lock of the work for a step outside a transaction. */
  private void work(Connection alone, ProgressListener listener) {
    BooleanSupplier taken =
        () -> {
          boolean mine = work.take(alone);
          refuseLost(alone);
          return mine;
        };
    poll(work, alone, taken, listener);
  }

  @Override
  public void refuseLost(Connection asked) {
    if (!held(asked)) {
      throw lost("");
    }
  }

  @Override
  public AludelException reason(AludelException failure, Connection asked) {
    if (failure.problem().code() == MigrationCode.LOCKED || held(asked)) {
      return failure;
    }
    RevisionException lost = lost("; then: " + failure.problem().what());
    lost.addSuppressed(failure);
    return lost;
  }

  /**
   * Adds the check that the lock is still held; the server itself is asked, within the transaction
   * that is about to be committed. Refuses with LOCKED.
   */
  @Override
  public void require(BookkeepingWrite write) {
    write.require("SELECT 1 WHERE " + turn, List.of(), rows -> lost(""));
  }

  /** The same check for a statement that commits by itself, on a connection that works. */
  @Override
  public StepHost.Guard guard() {
    return new StepHost.Guard(held, () -> lost(""));
  }

  private static RevisionException lost(String then) {
    return new RevisionException(
        Problem.of(MigrationCode.LOCKED, "cannot go on: the lock of this run is lost")
            .found("the server does not list the lock for the connection that took it" + then)
            .expected("a connection of its own for the whole run")
            .fix(
                "run again: what was committed stands; if it happens again, look for what ends idle"
                    + " connections, such as a firewall"));
  }

  /** Looks, over the connection of the lock, at who is in the way of the run. */
  @Override
  public LockWatch watch() {
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
      key.giveBack(connection);
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
  static AdvisoryKey key(RunnerOptions options) {
    return AdvisoryKey.of("aludel:" + place(options));
  }

  private static String place(RunnerOptions options) {
    VersionStore store = options.store();
    return options.storeSchema() + (store.shared() ? "." + store.table() : "");
  }
}
