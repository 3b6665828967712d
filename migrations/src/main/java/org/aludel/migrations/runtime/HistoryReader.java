package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.sql.Row;

/** Reads from a database which revisions it has, and checks it against the files. */
final class HistoryReader {
  private final RevisionMap map;
  private final Bookkeeping bookkeeping;
  private final VersionTable versions;
  private final Ledger ledger;
  private final RevisionLog log;

  HistoryReader(RevisionMap map, Bookkeeping bookkeeping) {
    this.map = map;
    this.bookkeeping = bookkeeping;
    this.versions = new VersionTable(bookkeeping);
    this.ledger = new Ledger(bookkeeping, 0);
    this.log = new RevisionLog(bookkeeping);
  }

  /** Where the database stands; changes nothing. */
  DatabaseState state(Connection connection) {
    Set<String> existing = bookkeeping.existing(connection);
    List<String> heads =
        existing.contains(bookkeeping.version()) ? versions.read(connection) : List.of();
    Map<String, RevisionLog.Entry> entries =
        existing.contains(bookkeeping.log()) ? log.last(connection) : Map.of();
    Set<LedgerKey> keys =
        existing.contains(Bookkeeping.LEDGER) ? own(connection, entries) : Set.of();
    HistoryCheck check = new HistoryCheck(map, bookkeeping.version(), heads, keys);
    History history = check.history();
    List<ChangedFile> changed = check.changedFiles(history, entries);
    return new DatabaseState(
        history.heads(),
        map.revisions().stream().map(Revision::id).filter(history.applied()::contains).toList(),
        history.partial().stream().map(Revision::id).toList(),
        heads,
        changed);
  }

  /**
   * The history at the start of a run, in the current transaction: makes the bookkeeping tables and
   * lets the version table follow what Liquibase did.
   */
  History adopt(
      Connection connection, RunnerOptions options, RunLock lock, ProgressListener listener) {
    Set<String> existing = bookkeeping.existing(connection);
    refuseLiquibaseLock(connection, existing, options);
    bookkeeping.createMissing(connection, existing);
    List<String> heads = versions.read(connection);
    Map<String, RevisionLog.Entry> entries = log.last(connection);
    HistoryCheck check =
        new HistoryCheck(map, bookkeeping.version(), heads, own(connection, entries));
    History history = check.history();
    ChangedFile.refuse(check.changedFiles(history, entries), bookkeeping.log());
    if (!new HashSet<>(history.heads()).equals(new HashSet<>(heads))) {
      BookkeepingWrite write = new BookkeepingWrite();
      versions.move(write, heads, history.heads());
      note(write, map.applied(heads), history.applied());
      lock.require(write);
      write.run(connection);
      listener.headsRecomputed(heads, history.heads());
    }
    return history;
  }

  /** The rows of the ledger that count here: all, unless another store may write there too. */
  Set<LedgerKey> own(Connection connection, Map<String, RevisionLog.Entry> entries) {
    return ledger.readOwn(connection, map, entries.keySet());
  }

  private void note(BookkeepingWrite write, Set<String> recorded, Set<String> applied) {
    for (Revision revision : map.revisions()) {
      boolean before = recorded.contains(revision.id());
      boolean now = applied.contains(revision.id());
      if (before != now) {
        RevisionLog.Action action = now ? RevisionLog.Action.ADOPT : RevisionLog.Action.RELEASE;
        log.append(write, revision, action, Duration.ZERO);
      }
    }
  }

  /** The row lock that Liquibase takes; a process that dies leaves it behind. */
  void refuseLiquibaseLock(Connection connection, Set<String> existing, RunnerOptions options) {
    if (options.ignoreLiquibaseLock() || !existing.contains(Bookkeeping.LIQUIBASE_LOCK)) {
      return;
    }
    String sql =
        "SELECT lockedby, CAST(lockgranted AS text) FROM "
            + bookkeeping.table(Bookkeeping.LIQUIBASE_LOCK)
            + " WHERE locked";
    Row held = connection.execute(sql).first().orElse(null);
    if (held != null) {
      throw new RevisionException(
          Problem.of(MigrationCode.LOCKED, "cannot begin: Liquibase holds its lock")
              .found(
                  Bookkeeping.LIQUIBASE_LOCK
                      + ": locked by "
                      + held.get(0)
                      + " since "
                      + held.get(1))
              .expected("no run of Liquibase at the same time")
              .fix(
                  "wait for that run; if its process is gone, release the lock with Liquibase's"
                      + " releaseLocks"));
    }
  }
}
