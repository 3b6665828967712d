package org.aludel.migrations.sqlite;

import java.util.function.ObjIntConsumer;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.LockWatch;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.runtime.BookkeepingWrite;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunLock;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.step.StepHost;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a run on a database file. SQLite has no lock that outlives a transaction, so it is
 * that of a file beside the database, which ends with the process. A database in memory is its
 * connection's alone and needs none.
 *
 * <p>A transaction begins with a savepoint, by which it is known again: SQLite numbers none.
 */
final class SqliteRunLock implements RunLock {
  private static final String SAVEPOINT = "aludel_revision";
  private static final String SAME = "the transaction of the savepoint " + SAVEPOINT;
  private static final String GONE = "no such savepoint";

  private final @Nullable HeldFile file;
  private @Nullable ForeignKeys left;

  private SqliteRunLock(@Nullable HeldFile file) {
    this.file = file;
  }

  static SqliteRunLock acquire(Engine engine, RunnerOptions options, ProgressListener listener) {
    String path;
    try (Connection connection = engine.connect()) {
      path = path(connection);
    }
    return new SqliteRunLock(
        path.isEmpty() ? null : HeldFile.acquire(path, options.waitForTurn(), listener));
  }

  /** The database file; empty in memory. */
  static String path(Connection connection) {
    String sql = "SELECT file FROM pragma_database_list WHERE name = 'main'";
    String path = connection.execute(sql).scalar(String.class);
    return path == null ? "" : path;
  }

  @Override
  public void refusePooler(Connection open) {
    // There is no server that could stand between.
  }

  /** Takes the database's own lock for writing at once, so that nothing changes behind a look. */
  @Override
  public Entered begin(Work work) {
    Connection connection = work.connection();
    connection.rollback();
    if (ForeignKeys.areLeft(work.statements()) && left == null) {
      left = ForeignKeys.off(connection);
    }
    connection.update("SAVEPOINT " + SAVEPOINT);
    connection.update(
        "UPDATE " + work.versions() + " SET version_num = version_num WHERE version_num IS NULL");
    return new Entered(SAME, 0);
  }

  @Override
  public Entered again(Work work) {
    boolean same = released(work.connection());
    work.connection().update("SAVEPOINT " + SAVEPOINT);
    return new Entered(same ? SAME : "another one", 0);
  }

  @Override
  public String done(Connection connection, Entered begun) {
    if (left != null) {
      ForeignKeys.require(connection);
    }
    return released(connection) ? SAME : "another one";
  }

  private static boolean released(Connection connection) {
    try {
      connection.update("RELEASE SAVEPOINT " + SAVEPOINT);
      return true;
    } catch (DatabaseException refused) {
      if (String.valueOf(refused.problem().found()).contains(GONE)) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public void leave(Connection connection) {
    if (left != null) {
      connection.rollback();
      left.restore(connection);
      left = null;
    }
  }

  @Override
  public void alone(Work work, ObjIntConsumer<Connection> block) {
    block.accept(work.connection(), 0);
  }

  @Override
  public void limit(Connection alone, StepLimits limits, @Nullable String sql) {
    // How long it waits for others is the connection's busy_timeout.
  }

  @Override
  public void refuseLost(Connection asked) {
    if (file != null && !file.isHeld()) {
      throw lost();
    }
  }

  @Override
  public AludelException reason(AludelException failure, Connection asked) {
    return failure;
  }

  @Override
  public void require(BookkeepingWrite write) {
    if (file != null && !file.isHeld()) {
      throw lost();
    }
  }

  private static RevisionException lost() {
    return new RevisionException(
        Problem.of(MigrationCode.LOCKED, "cannot go on: the lock of this run is lost")
            .found("the lock of the file beside the database is no longer held")
            .expected("a file that nobody else closes in this process")
            .fix("run again: what was committed stands"));
  }

  @Override
  public StepHost.Guard guard() {
    throw new RevisionException(
        Problem.of(MigrationCode.UNKNOWN_CHANGE, "cannot run a backfill in parts on SQLite")
            .found("a step in Java that commits part by part")
            .expected("a step in one transaction: SQLite has one writer at a time in any case")
            .fix("write it as an UPDATE in a change of type sql, or as a JavaMigration"));
  }

  @Override
  public LockWatch watch() {
    return LockWatch.blind();
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
