package org.aludel.migrations.contention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, while a statement waits, at who holds the lock that it wants: once the server has given up
 * waiting, nobody can say any more. A thread of its own asks over a connection of its own, and only
 * while a statement takes longer than statements do that get their locks.
 *
 * <p>Never tells the text of a query: that holds values of rows. Thread-safe.
 */
public final class BlockerWatch implements LockWatch {
  private static final Logger LOG = LoggerFactory.getLogger("org.aludel.migrations");
  private static final long SHORTEST_MILLIS = 20;
  private static final long LONGEST_MILLIS = 1_000;

  /** Looks a lock timeout takes. */
  private static final long LOOKS = 4;

  private static final String WAITING =
      """
      SELECT l.mode || coalesce(' on ' || l.relation::pg_catalog.regclass::text, '')
      FROM pg_catalog.pg_locks l WHERE l.pid = ? AND NOT l.granted LIMIT 1\
      """;

  private static final String BLOCKERS =
      """
      SELECT b.pid, coalesce(nullif(a.application_name, ''), 'no name'),
        coalesce(a.usename::text, 'unknown'), coalesce(a.client_addr::text, 'the same machine'),
        coalesce(a.state, 'in a state that this role may not see'),
        coalesce(pg_catalog.date_trunc('second', a.query_start)::text, 'unknown'),
        coalesce(pg_catalog.date_trunc('second', a.xact_start)::text, 'unknown')
      FROM (SELECT DISTINCT pg_catalog.unnest(pg_catalog.pg_blocking_pids(?)) AS pid) b
      LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid ORDER BY b.pid\
      """;

  private final Connection connection;
  private final long intervalMillis;
  private final Thread thread;
  private boolean closed;
  private int watched;
  private long statements;
  private List<String> seen = List.of();

  /**
   * Begins to watch; nothing is asked before {@link #begin}.
   *
   * @param connection an autocommit connection that nobody else uses until this is closed
   */
  public BlockerWatch(Connection connection, Duration lockTimeout) {
    this.connection = connection;
    this.intervalMillis =
        Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, lockTimeout.toMillis() / LOOKS));
    this.thread = new Thread(this::watch, "aludel lock watch");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void begin(int serverProcess) {
    watched = serverProcess;
    statements++;
    seen = List.of();
  }

  @Override
  public synchronized void end() {
    watched = 0;
  }

  @Override
  public synchronized List<String> seen() {
    return seen;
  }

  private void watch() {
    try {
      while (true) {
        int process = awaitLongStatement();
        if (process < 0) {
          return;
        }
        List<String> found = blockers(process);
        note(process, found);
      }
    } catch (InterruptedException | DatabaseException e) {
      LOG.debug("Nobody looks any more at who holds locks", e);
    }
  }

  /**
   * The process whose statement has taken an interval; negative when this is closed. Wakes by the
   * clock, so that quick statements do not pay for it.
   */
  private synchronized int awaitLongStatement() throws InterruptedException {
    while (!closed) {
      long before = statements;
      wait(intervalMillis);
      if (watched != 0 && before == statements) {
        return closed ? -1 : watched;
      }
    }
    return -1;
  }

  private synchronized void note(int process, List<String> found) {
    if (process == watched && !found.isEmpty()) {
      seen = found;
    }
  }

  /** What is waited for comes first: a wait that ends between two questions is none to tell of. */
  private List<String> blockers(int process) {
    Optional<Row> wait = connection.execute(WAITING, process).first();
    if (wait.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Row row : connection.execute(BLOCKERS, process)) {
      lines.add(
          "server process "
              + row.get(0)
              + " ("
              + row.get(1)
              + ") of user "
              + row.get(2)
              + " from "
              + row.get(3)
              + ", "
              + row.get(4)
              + ", its last query begun at "
              + row.get(5)
              + ", its transaction at "
              + row.get(6));
    }
    if (!lines.isEmpty()) {
      lines.add(0, "waited for " + wait.get().get(0));
    }
    return lines;
  }

  /** Ends the thread; afterwards the connection is free. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
