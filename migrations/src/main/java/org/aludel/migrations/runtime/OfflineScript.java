package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.revision.Target;

/**
 * Writes what a run would send as a script for the database's own program: each revision in a
 * transaction with its ledger rows, its log and the move of the heads, steps outside a transaction
 * between. Each transaction first makes sure that the database is where the script believes it to
 * be. Equal revisions give equal scripts.
 */
final class OfflineScript {
  private final RevisionMap map;
  private final ChangePreparation preparation;
  private final Bookkeeping bookkeeping;
  private final ScriptText text;
  private final VersionTable versions;
  private final Ledger ledger;
  private final RevisionLog log;

  OfflineScript(
      RevisionMap map, ChangePreparation preparation, Bookkeeping bookkeeping, ScriptText text) {
    this.map = map;
    this.preparation = preparation;
    this.bookkeeping = bookkeeping;
    this.text = text;
    this.versions = new VersionTable(bookkeeping);
    this.ledger = new Ledger(bookkeeping, 0);
    this.log = new RevisionLog(bookkeeping, "script of SQL");
  }

  /**
   * The script of an upgrade.
   *
   * @param start heads of the database that it is for
   */
  OfflineResult upgrade(Collection<String> start, Target target) {
    return script(start, map.upgradePath(start, target), Direction.UP);
  }

  /** The script of a downgrade. */
  OfflineResult downgrade(Collection<String> start, Target target) {
    return script(start, map.downgradePath(start, target), Direction.DOWN);
  }

  /**
   * The script of a stamp: it moves ledger and heads from one state to another and runs nothing.
   *
   * @param start heads of the database that it is for
   * @param end heads that it is declared to have
   */
  OfflineResult stamp(Collection<String> start, Collection<String> end) {
    Set<String> from = map.ancestors(start);
    Set<String> to = map.ancestors(end);
    History history = new History(map, recorded(from));
    List<Revision> moved =
        map.revisions().stream()
            .filter(each -> from.contains(each.id()) != to.contains(each.id()))
            .toList();
    List<String> statements = new ArrayList<>();
    for (Revision revision : moved) {
      boolean declared = to.contains(revision.id());
      BookkeepingWrite write = new BookkeepingWrite();
      if (declared) {
        ledger.insert(write, revision, revision.changeSets(), Ledger.MARKED);
      } else {
        ledger.delete(write, revision, revision.changeSets());
      }
      RevisionLog.Action action = declared ? RevisionLog.Action.STAMP : RevisionLog.Action.UNSTAMP;
      log.append(write, revision, action, Duration.ZERO);
      statements.addAll(write.statements());
    }
    List<String> heads = map.maximal(to);
    BookkeepingWrite write = new BookkeepingWrite();
    versions.move(write, history.heads(), heads);
    statements.addAll(write.statements());
    text.begin("Stamp", moved.size());
    text.transaction(bookkeeping.ddl());
    text.comment("stamp; nothing is run");
    text.together(history.heads(), List.of(), statements);
    text.end();
    return new OfflineResult(moved, history.heads(), heads, text.toString());
  }

  private OfflineResult script(Collection<String> start, List<Revision> path, Direction direction) {
    History history = new History(map, recorded(map.ancestors(start)));
    List<String> before = history.heads();
    text.begin(direction == Direction.UP ? "Upgrade" : "Downgrade", path.size());
    if (direction == Direction.UP) {
      text.transaction(bookkeeping.ddl());
    }
    List<PreparedRevision> prepared = path.stream().map(each -> prepared(each, direction)).toList();
    if (bookkeeping.options().together() && !path.isEmpty()) {
      whole(history, prepared);
    } else {
      prepared.forEach(each -> revision(history, each));
    }
    text.end();
    return new OfflineResult(path, before, history.heads(), text.toString());
  }

  private PreparedRevision prepared(Revision revision, Direction direction) {
    PreparedRevision prepared =
        PreparedRevision.of(preparation, revision, direction, revision.changeSets());
    for (PreparedStep step : prepared.steps()) {
      for (PreparedChange change : step.changes()) {
        if (change.sql() == null) {
          throw new RevisionException(
              Problem.of(
                      MigrationCode.NOT_OFFLINE,
                      "cannot write revision " + revision.title() + " as SQL")
                  .found(
                      change.change().source()
                          + ": the change \""
                          + change.change().type()
                          + "\", which only a running program can do")
                  .expected("changes that are SQL, or that Aludel renders itself")
                  .fix("mvn orm:upgrade runs it; or write the change as sql"));
        }
      }
    }
    return prepared;
  }

  private void revision(History history, PreparedRevision prepared) {
    Revision revision = prepared.revision();
    boolean up = prepared.direction() == Direction.UP;
    title(history, revision, up);
    List<List<PreparedStep>> groups = prepared.groups();
    for (int i = 0; i < groups.size(); i++) {
      boolean last = i == groups.size() - 1;
      List<PreparedStep> group = groups.get(i);
      List<String> heads = history.heads();
      List<String> settled = settled(prepared, group, history, up ? last : i == 0, last);
      if (group.get(0).inTransaction()) {
        text.together(heads, statements(group), settled);
      } else {
        text.alone(heads, statements(group), settled);
      }
      note(history, revision, group, up);
    }
  }

  /** All revisions in one transaction, and behind them all that is recorded. */
  private void whole(History history, List<PreparedRevision> path) {
    WholeRun.requireTransactional(path);
    List<String> before = history.heads();
    List<List<String>> steps = new ArrayList<>();
    List<String> settled = new ArrayList<>();
    for (PreparedRevision each : path) {
      boolean up = each.direction() == Direction.UP;
      title(history, each.revision(), up);
      for (List<PreparedStep> group : each.groups()) {
        steps.addAll(statements(group));
        settled.addAll(settled(each, group, history, true, true));
        note(history, each.revision(), group, up);
      }
    }
    text.comment("all in one transaction");
    text.together(before, steps, settled);
  }

  private void title(History history, Revision revision, boolean up) {
    List<String> before = history.heads();
    List<String> after = up ? history.headsWith(revision) : history.headsWithout(revision);
    text.comment(
        (up ? "upgrade " : "downgrade ")
            + (before.isEmpty() ? "base" : String.join(", ", before))
            + " -> "
            + (after.isEmpty() ? "base" : String.join(", ", after))
            + "  "
            + revision.message());
  }

  private static void note(
      History history, Revision revision, List<PreparedStep> group, boolean up) {
    List<ChangeSet> steps = group.stream().map(PreparedStep::step).toList();
    if (up) {
      history.record(revision, steps);
    } else {
      history.forget(revision, steps);
    }
  }

  /** What the bookkeeping tables have to say of a group. */
  private List<String> settled(
      PreparedRevision prepared,
      List<PreparedStep> group,
      History history,
      boolean movesHeads,
      boolean last) {
    Revision revision = prepared.revision();
    boolean up = prepared.direction() == Direction.UP;
    List<ChangeSet> steps = group.stream().map(PreparedStep::step).toList();
    BookkeepingWrite write = new BookkeepingWrite();
    if (up) {
      ledger.insert(write, revision, steps, Ledger.EXECUTED);
    } else {
      ledger.delete(write, revision, steps);
    }
    if (movesHeads) {
      List<String> after = up ? history.headsWith(revision) : history.headsWithout(revision);
      versions.move(write, history.heads(), after);
    }
    if (last) {
      RevisionLog.Action action = up ? RevisionLog.Action.UP : RevisionLog.Action.DOWN;
      log.append(write, revision, action, Duration.ZERO);
    }
    return write.statements();
  }

  private static List<List<String>> statements(List<PreparedStep> group) {
    List<List<String>> all = new ArrayList<>();
    for (PreparedStep step : group) {
      List<String> statements = new ArrayList<>();
      for (PreparedChange change : step.changes()) {
        List<String> sql = change.sql();
        statements.addAll(sql == null ? List.of() : sql);
      }
      all.add(statements);
    }
    return all;
  }

  private Set<LedgerKey> recorded(Set<String> applied) {
    Set<LedgerKey> keys = new LinkedHashSet<>();
    for (String id : applied) {
      Revision revision = map.get(id);
      revision.changeSets().forEach(step -> keys.add(LedgerKey.of(revision, step)));
    }
    return keys;
  }
}
