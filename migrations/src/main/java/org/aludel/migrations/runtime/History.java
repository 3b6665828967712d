package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;

/** Which steps and revisions a database has, kept in step with what a run commits. */
public final class History {
  private final RevisionMap map;
  private final Set<LedgerKey> recorded;
  private final Set<String> applied = new LinkedHashSet<>();
  private List<String> heads;

  /**
   * @param recorded all rows of the ledger
   */
  public History(RevisionMap map, Set<LedgerKey> recorded) {
    this.map = map;
    this.recorded = new LinkedHashSet<>(recorded);
    for (Revision revision : map.revisions()) {
      if (!revision.changeSets().isEmpty() && missing(revision).isEmpty()) {
        applied.add(revision.id());
      }
    }
    this.heads = map.maximal(applied);
  }

  /** The same, to go on from without changing this one. */
  History copy() {
    return new History(map, recorded);
  }

  /** Ids of revisions whose steps are all recorded; a copy. */
  public Set<String> applied() {
    return new LinkedHashSet<>(applied);
  }

  /** The applied revisions that no other applied one needs. */
  public List<String> heads() {
    return heads;
  }

  /** The steps that are not recorded, in order. */
  public List<ChangeSet> missing(Revision revision) {
    return revision.changeSets().stream()
        .filter(step -> !recorded.contains(LedgerKey.of(revision, step)))
        .toList();
  }

  /** The steps that are recorded, in order. */
  public List<ChangeSet> done(Revision revision) {
    return revision.changeSets().stream()
        .filter(step -> recorded.contains(LedgerKey.of(revision, step)))
        .toList();
  }

  /** Revisions of which some steps are recorded and some are not, in linear order. */
  public List<Revision> partial() {
    return map.revisions().stream()
        .filter(revision -> !applied.contains(revision.id()) && !done(revision).isEmpty())
        .toList();
  }

  /** Whether any step of any of our revisions is recorded. */
  boolean begun() {
    return map.revisions().stream().anyMatch(revision -> !done(revision).isEmpty());
  }

  /** Applied revisions that need one which is not applied, as {@code child needs parent}. */
  List<String> holes() {
    List<String> holes = new ArrayList<>();
    for (String id : applied) {
      for (String parent : map.get(id).parents()) {
        if (!applied.contains(parent)) {
          holes.add(map.get(id).title() + " needs " + map.get(parent).title());
        }
      }
    }
    return holes;
  }

  /** The heads once a revision is wholly applied. */
  List<String> headsWith(Revision revision) {
    Set<String> candidates = new LinkedHashSet<>(heads);
    candidates.add(revision.id());
    return map.maximal(candidates);
  }

  /** The heads once a revision is no longer applied. */
  List<String> headsWithout(Revision revision) {
    Set<String> candidates = new LinkedHashSet<>(heads);
    if (!candidates.remove(revision.id())) {
      return heads;
    }
    for (String parent : revision.parents()) {
      if (map.dependants(parent).stream()
          .allMatch(id -> id.equals(revision.id()) || !applied.contains(id))) {
        candidates.add(parent);
      }
    }
    return map.maximal(candidates);
  }

  /** Steps of a revision have been committed. */
  void record(Revision revision, List<ChangeSet> steps) {
    steps.forEach(step -> recorded.add(LedgerKey.of(revision, step)));
    if (missing(revision).isEmpty()) {
      heads = headsWith(revision);
      applied.add(revision.id());
    }
  }

  /** The undoing of steps of a revision has been committed. */
  void forget(Revision revision, List<ChangeSet> steps) {
    steps.forEach(step -> recorded.remove(LedgerKey.of(revision, step)));
    heads = headsWithout(revision);
    applied.remove(revision.id());
  }
}
