package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.revision.Target;
import org.aludel.migrations.script.RevisionFile;
import org.jspecify.annotations.Nullable;

/**
 * Declares where a database stands. Does not mind what ledger and digests say, because it is the
 * way out when they are wrong; revisions without a file are refused here too.
 */
final class Stamp {
  private final Engine engine;
  private final RevisionMap map;
  private final RunnerOptions options;

  Stamp(Engine engine, RevisionMap map, RunnerOptions options) {
    this.engine = engine;
    this.map = map;
    this.options = options;
  }

  /**
   * @param symbols of revisions, separated by commas
   * @param purge whether all that is known of revisions is forgotten first
   */
  RunResult run(String symbols, boolean purge, RunLock lock) {
    try (Connection connection = engine.connect()) {
      Bookkeeping bookkeeping = new Bookkeeping(options, connection.dialect());
      Set<String> existing = bookkeeping.existing(connection);
      lock.refusePooler(connection);
      new HistoryReader(map, bookkeeping).refuseLiquibaseLock(connection, existing, options);
      bookkeeping.createMissing(connection, existing);
      RunResult result = declare(connection, bookkeeping, symbols, purge, lock);
      connection.commit();
      return result;
    }
  }

  private RunResult declare(
      Connection connection, Bookkeeping bookkeeping, String symbols, boolean purge, RunLock lock) {
    VersionTable versions = new VersionTable(bookkeeping);
    Ledger ledger = new Ledger(bookkeeping, System.currentTimeMillis());
    RevisionLog log = new RevisionLog(bookkeeping);
    List<String> found = versions.read(connection);
    if (purge) {
      log.purge(connection);
      ledger.purge(connection, map, bookkeeping);
      versions.purge(connection);
    }
    List<String> before = versions.read(connection);
    Map<String, RevisionLog.Entry> entries = log.last(connection);
    Set<LedgerKey> recorded = new HistoryReader(map, bookkeeping).own(connection, entries);
    new HistoryCheck(map, bookkeeping.version(), before, recorded).refuseUnknown();
    Set<String> wanted = wanted(target(symbols, before), new History(map, recorded).applied());
    for (Revision revision : map.revisions()) {
      boolean applied = wanted.contains(revision.id());
      BookkeepingWrite write = new BookkeepingWrite();
      boolean moved = move(write, ledger, recorded, revision, applied);
      if (moved || (applied && differs(entries.get(revision.id()), revision))) {
        RevisionLog.Action action = applied ? RevisionLog.Action.STAMP : RevisionLog.Action.UNSTAMP;
        log.append(write, revision, action, Duration.ZERO);
        write.run(connection);
      }
    }
    List<String> heads = map.maximal(wanted);
    BookkeepingWrite write = new BookkeepingWrite();
    versions.move(write, before, heads);
    lock.require(write);
    write.run(connection);
    return new RunResult(List.of(), found, heads);
  }

  private Target target(String symbols, List<String> before) {
    Set<String> revisions = new LinkedHashSet<>();
    if (symbols.indexOf(',') < 0) {
      return map.resolve(symbols.strip(), before);
    }
    for (String symbol : symbols.split(",")) {
      revisions.addAll(map.resolve(symbol.strip(), before).revisions());
    }
    return new Target(symbols, map.maximal(revisions), null);
  }

  /** What the target needs, and what is applied of lines that the target says nothing of. */
  private Set<String> wanted(Target target, Set<String> applied) {
    Set<String> wanted = map.ancestors(target.revisions());
    Set<String> others = applied;
    others.removeAll(map.above(target));
    wanted.addAll(map.ancestors(others));
    return wanted;
  }

  private static boolean differs(RevisionLog.@Nullable Entry entry, Revision revision) {
    return entry != null && !RevisionFile.hasDigest(revision, entry.digest());
  }

  /** Makes the ledger say what is wanted; whether it said something else. */
  private static boolean move(
      BookkeepingWrite write,
      Ledger ledger,
      Set<LedgerKey> recorded,
      Revision revision,
      boolean applied) {
    List<ChangeSet> steps =
        revision.changeSets().stream()
            .filter(step -> recorded.contains(LedgerKey.of(revision, step)) != applied)
            .toList();
    if (steps.isEmpty()) {
      return false;
    }
    if (applied) {
      ledger.insert(write, revision, steps, Ledger.MARKED);
    } else {
      ledger.delete(write, revision, steps);
    }
    return true;
  }
}
