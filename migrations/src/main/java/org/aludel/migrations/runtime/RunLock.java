package org.aludel.migrations.runtime;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.aludel.engine.Connection;
import org.aludel.error.AludelException;
import org.aludel.migrations.contention.LockWatch;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.step.StepHost;
import org.jspecify.annotations.Nullable;

/**
 * Lets one run at a time work on a database, and begins the transactions in which it may. Held from
 * its creation until it is closed. Not thread-safe.
 */
public interface RunLock extends AutoCloseable {
  /**
   * Where a transaction runs.
   *
   * @param transaction what tells it from another one of the same connection
   * @param serverProcess that carries it; 0 where there is no server
   */
  record Entered(String transaction, int serverProcess) {}

  /**
   * What a transaction is begun for.
   *
   * @param versions the table of heads, quoted
   * @param searchPath the schema of unqualified names, quoted where needed
   * @param statements that it will run, as far as they are known
   */
  record Work(
      Connection connection,
      String versions,
      String searchPath,
      StepLimits limits,
      List<String> statements,
      ProgressListener listener) {
    public Work {
      statements = List.copyOf(statements);
    }
  }

  /** Refuses a connection, with a transaction that has begun, that is not this run's alone. */
  void refusePooler(Connection open);

  /**
   * Begins a transaction with the limits, names and rights of a revision.
   *
   * @throws org.aludel.error.RevisionException LOCKED
   */
  Entered begin(Work work);

  /** The same again between two steps of a transaction, which may have changed these. */
  Entered again(Work work);

  /**
   * Looks at a transaction when its steps are done, before the bookkeeping is written.
   *
   * @return the transaction as it was begun, unless it is seen here that its SQL ended it
   * @throws org.aludel.error.RevisionException STEP_FAILED for rows that it must not leave behind
   */
  String done(Connection connection, Entered begun);

  /** After a transaction that was committed or failed: gives the connection its usual state. */
  void leave(Connection connection);

  /**
   * Runs a block on an autocommit connection with the same names, once nobody else is at work; the
   * number is that of the server process.
   */
  void alone(Work work, ObjIntConsumer<Connection> block);

  /** Sets the limits for one statement that commits by itself. */
  void limit(Connection alone, StepLimits limits, @Nullable String sql);

  /**
   * Refuses to go on without the lock.
   *
   * @param asked a connection of the run that is in order
   * @throws org.aludel.error.RevisionException LOCKED
   */
  void refuseLost(Connection asked);

  /**
   * Why a part of the run failed: without the lock, others may have been in its way.
   *
   * @param asked a connection of the run that is in order
   */
  AludelException reason(AludelException failure, Connection asked);

  /** Adds the check that the lock is still held to what is about to be committed. */
  void require(BookkeepingWrite write);

  /**
   * The same check for a statement that commits by itself.
   *
   * @throws org.aludel.error.RevisionException UNKNOWN_CHANGE where no step may commit by parts
   */
  StepHost.Guard guard();

  /** Looks at who is in the way of the run. */
  LockWatch watch();

  /** Gives the lock back. */
  @Override
  void close();
}
