package org.aludel.migrations.repair;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.Bookkeeping;
import org.aludel.migrations.runtime.BookkeepingWrite;
import org.aludel.migrations.runtime.History;
import org.aludel.migrations.runtime.Ledger;
import org.aludel.migrations.runtime.LedgerKey;
import org.aludel.migrations.runtime.RevisionLog;
import org.aludel.migrations.runtime.RunLock;
import org.aludel.migrations.runtime.VersionTable;
import org.aludel.sql.Row;

/** The bookkeeping of a database, read and corrected in one transaction. Not thread-safe. */
final class Books {
  private final Connection connection;
  private final Bookkeeping tables;
  private final RevisionMap map;
  private final VersionTable versions;
  private final Ledger ledger;
  private final RevisionLog log;
  private final Set<String> existing;
  private boolean touched;

  Books(Connection connection, Bookkeeping tables, RevisionMap map) {
    this.connection = connection;
    this.tables = tables;
    this.map = map;
    this.versions = new VersionTable(tables);
    this.ledger = new Ledger(tables, System.currentTimeMillis());
    this.log = new RevisionLog(tables);
    this.existing = tables.existing(connection);
  }

  RevisionMap map() {
    return map;
  }

  /** The bookkeeping tables, by name. */
  Bookkeeping tables() {
    return tables;
  }

  List<String> heads() {
    return existing.contains(tables.version()) ? versions.read(connection) : List.of();
  }

  Set<LedgerKey> ledger() {
    return existing.contains(Bookkeeping.LEDGER)
        ? ledger.readOwn(connection, map, log().keySet())
        : Set.of();
  }

  History history() {
    return new History(map, ledger());
  }

  Map<String, RevisionLog.Entry> log() {
    return existing.contains(tables.log()) ? log.last(connection) : Map.of();
  }

  Optional<String> keptText(String id) {
    return existing.contains(tables.log()) ? log.appliedText(connection, id) : Optional.empty();
  }

  /** Who holds Liquibase's lock since when. */
  Optional<String> liquibaseLock() {
    if (!existing.contains(Bookkeeping.LIQUIBASE_LOCK)) {
      return Optional.empty();
    }
    String sql =
        "SELECT lockedby, CAST(lockgranted AS text) FROM "
            + tables.table(Bookkeeping.LIQUIBASE_LOCK)
            + " WHERE locked";
    Row row = connection.execute(sql).first().orElse(null);
    return row == null ? Optional.empty() : Optional.of(row.get(0) + " since " + row.get(1));
  }

  void releaseLiquibase() {
    connection.update(
        "UPDATE "
            + tables.table(Bookkeeping.LIQUIBASE_LOCK)
            + " SET locked = false, lockgranted = NULL, lockedby = NULL WHERE locked");
  }

  /** Forgets a revision without a file. */
  void forget(String id) {
    if (existing.contains(Bookkeeping.LEDGER)) {
      connection.update(
          "DELETE FROM " + tables.table(Bookkeeping.LEDGER) + " WHERE filename = ?",
          "aludel/" + id + ".yaml");
    }
    if (existing.contains(tables.log())) {
      log.forget(connection, id);
    }
    if (existing.contains(tables.version())) {
      connection.update(
          "DELETE FROM " + tables.table(tables.version()) + " WHERE version_num = ?", id);
    }
    touched = true;
  }

  /** Marks the steps that are not recorded as done. */
  void complete(Revision revision) {
    List<ChangeSet> missing = history().missing(revision);
    BookkeepingWrite write = new BookkeepingWrite();
    if (!missing.isEmpty()) {
      ledger.insert(write, revision, missing, Ledger.MARKED);
    }
    log.append(write, revision, RevisionLog.Action.STAMP, Duration.ZERO);
    write.run(connection);
    touched = true;
  }

  /** Forgets the steps that are recorded. */
  void unrecord(Revision revision) {
    List<ChangeSet> done = history().done(revision);
    BookkeepingWrite write = new BookkeepingWrite();
    if (!done.isEmpty()) {
      ledger.delete(write, revision, done);
    }
    log.append(write, revision, RevisionLog.Action.UNSTAMP, Duration.ZERO);
    write.run(connection);
    touched = true;
  }

  /** Takes the text of the file for what was applied. */
  void accept(Revision revision) {
    BookkeepingWrite write = new BookkeepingWrite();
    log.append(write, revision, RevisionLog.Action.STAMP, Duration.ZERO);
    write.run(connection);
  }

  /** Asks for the heads to be those of the ledger. */
  void believeLedger() {
    touched = true;
  }

  /** Marks all that the recorded heads need as done. */
  void believeHeads() {
    List<String> known = heads().stream().filter(id -> map.find(id).isPresent()).toList();
    Set<String> needed = map.ancestors(known);
    map.revisions().stream().filter(each -> needed.contains(each.id())).forEach(this::complete);
  }

  /** The heads that the ledger gives, and those without a file, which nothing explains. */
  List<String> headsOfLedger() {
    Set<String> heads = new LinkedHashSet<>(history().heads());
    heads().stream().filter(id -> map.find(id).isEmpty()).forEach(heads::add);
    return new ArrayList<>(heads);
  }

  /** Moves the heads to where the ledger is now, if anything was changed, under the lock. */
  void settle(RunLock lock) {
    BookkeepingWrite write = new BookkeepingWrite();
    if (touched && existing.contains(tables.version())) {
      versions.move(write, heads(), headsOfLedger());
    }
    lock.require(write);
    write.run(connection);
  }
}
