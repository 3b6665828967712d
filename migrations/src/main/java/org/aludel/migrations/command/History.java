package org.aludel.migrations.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.command.RevisionLine.State;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.ChangedFile;
import org.aludel.migrations.runtime.DatabaseState;
import org.jspecify.annotations.Nullable;

/** The revisions as a database sees them. Reads it once; changes nothing. */
final class History {
  private final RevisionMap revisions;
  private final @Nullable DatabaseState state;
  private final String log;

  private History(RevisionMap revisions, @Nullable DatabaseState state, String log) {
    this.log = log;
    this.revisions = revisions;
    this.state = state;
  }

  static History of(Workbench bench) {
    RevisionMap revisions = bench.scripts().revisions();
    return new History(
        revisions,
        bench.connected() ? bench.runner(revisions).state() : null,
        bench.options().store().log());
  }

  /** The graph that was read. */
  RevisionMap revisions() {
    return revisions;
  }

  /** The heads of the database, empty for the base. */
  List<String> heads() {
    return state == null ? List.of() : state.heads();
  }

  /** Refuses to build on files that were changed after they were applied. */
  void requireUnchanged() {
    if (state != null) {
      ChangedFile.refuse(state.changed(), log);
    }
  }

  /** What was changed after it was applied, a line each. */
  List<String> changed() {
    return state == null ? List.of() : state.changed().stream().map(ChangedFile::text).toList();
  }

  /** All revisions in linear order. */
  List<RevisionLine> all() {
    Set<String> heads = new HashSet<>(revisions.heads().stream().map(Revision::id).toList());
    return revisions.revisions().stream()
        .map(
            each ->
                new RevisionLine(
                    each.id(),
                    each.down(),
                    each.message(),
                    each.created(),
                    heads.contains(each.id()),
                    state(each.id())))
        .toList();
  }

  /**
   * The revisions of a range in linear order, both ends included.
   *
   * @param range {@code start:end}, each a symbol, {@code current}, or nothing for all on that side
   */
  List<RevisionLine> between(String range) {
    int colon = range.indexOf(':');
    String from = colon < 0 ? "" : range.substring(0, colon);
    String to = range.substring(colon + 1);
    Set<String> ends = to.isEmpty() ? ends("heads") : ends(to);
    Set<String> within = revisions.ancestors(ends);
    if (!from.isEmpty()) {
      Set<String> starts = ends(from);
      Set<String> before = revisions.ancestors(starts);
      before.removeAll(starts);
      within.removeAll(before);
    }
    return all().stream().filter(line -> within.contains(line.id())).toList();
  }

  private Set<String> ends(String symbol) {
    return new HashSet<>(
        symbol.equals("current") ? heads() : revisions.resolve(symbol, heads()).revisions());
  }

  /** Ids of revisions that a run left half done. */
  List<String> partial() {
    return state == null ? List.of() : state.partial();
  }

  /** Ids of all revisions of which the database has something; a copy. */
  Set<String> appliedOrHalf() {
    Set<String> ids = new HashSet<>(partial());
    ids.addAll(state == null ? List.of() : state.applied());
    return ids;
  }

  /** One revision. */
  RevisionLine line(String id) {
    return all().stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }

  /** Those that an upgrade to all heads would run. */
  List<RevisionLine> pending() {
    return all().stream().filter(line -> line.state() == State.PENDING).toList();
  }

  /** The heads of the database as lines. */
  List<RevisionLine> current() {
    return all().stream().filter(line -> line.state() == State.CURRENT).toList();
  }

  private State state(String id) {
    if (state == null) {
      return State.UNKNOWN;
    }
    if (state.heads().contains(id)) {
      return State.CURRENT;
    }
    return state.applied().contains(id) ? State.APPLIED : State.PENDING;
  }
}
