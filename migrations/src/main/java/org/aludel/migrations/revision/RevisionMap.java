package org.aludel.migrations.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.util.Suggestion;

/**
 * The graph of revisions. {@code down} makes the lines of history (heads, bases, branches); {@code
 * down} and {@code dependsOn} together say what must be applied first.
 *
 * <p>Every list is in the one linear order of the graph: parents first, revisions that the graph
 * leaves free by creation time, then id. Immutable, safe for threads; nothing recurses, so a
 * history may be as long as memory allows.
 */
public final class RevisionMap {
  private final List<Revision> ordered;
  private final Map<String, Revision> byId;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final Map<String, List<String>> children;
  private final Map<String, List<String>> dependants;
  private final Map<String, Revision> labelOwners;
  private final Map<String, Set<String>> labels;

  private RevisionMap(List<Revision> revisions) {
    this.byId = GraphCheck.byId(revisions);
    GraphCheck.parentsExist(byId);
    this.ordered = GraphCheck.ordered(byId);
    ordered.forEach(revision -> positions.put(revision.id(), positions.size()));
    this.children = inverted(revision -> revision.down());
    this.dependants = inverted(Revision::parents);
    this.labelOwners = GraphCheck.labels(ordered, byId.keySet());
    this.labels = spreadLabels();
  }

  /**
   * Builds the graph.
   *
   * @throws RevisionException DUPLICATE_REVISION, MISSING_DOWN_REVISION, CYCLE or DUPLICATE_LABEL
   */
  public static RevisionMap of(Collection<Revision> revisions) {
    List<Revision> byCreation = new ArrayList<>(revisions);
    byCreation.sort(Comparator.comparing(Revision::created).thenComparing(Revision::id));
    return new RevisionMap(byCreation);
  }

  /** All revisions in linear order. */
  public List<Revision> revisions() {
    return ordered;
  }

  /** Revisions that no other follows. */
  public List<Revision> heads() {
    return ordered.stream().filter(revision -> children(revision.id()).isEmpty()).toList();
  }

  /** Revisions that follow none. */
  public List<Revision> bases() {
    return ordered.stream().filter(Revision::base).toList();
  }

  /** Revisions that two or more follow. */
  public List<Revision> branchPoints() {
    return ordered.stream().filter(revision -> children(revision.id()).size() > 1).toList();
  }

  /** Revisions that join two or more lines. */
  public List<Revision> mergePoints() {
    return ordered.stream().filter(Revision::merge).toList();
  }

  /** The revision with exactly this id. */
  public Optional<Revision> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The revision with exactly this id.
   *
   * @throws RevisionException UNKNOWN_REVISION
   */
  public Revision get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new RevisionException(
                    Problem.of(
                            MigrationCode.UNKNOWN_REVISION, "cannot find revision \"" + id + "\"")
                        .found(
                            "no revision file with this id" + Suggestion.phrase(id, byId.keySet()))
                        .expected("the id of one of " + byId.size() + " revisions")
                        .fix("mvn orm:history lists them")));
  }

  /** The ids of the revisions that follow one directly, in linear order. */
  public List<String> children(String id) {
    return children.getOrDefault(id, List.of());
  }

  /** The labels of a revision: its own, and those of the line of history it lies on. */
  public Set<String> labels(String id) {
    return labels.getOrDefault(id, Set.of());
  }

  /** The revision that carries each label. */
  public Map<String, Revision> labelOwners() {
    return Collections.unmodifiableMap(labelOwners);
  }

  /** The given revisions and all that must be applied before them. */
  public Set<String> ancestors(Collection<String> ids) {
    return closure(ids, id -> get(id).parents());
  }

  /** The given revisions and all that need one of them. */
  public Set<String> descendants(Collection<String> ids) {
    return closure(ids, this::dependants);
  }

  /** The ids of the revisions that need one directly, in linear order. */
  public List<String> dependants(String id) {
    return dependants.getOrDefault(id, List.of());
  }

  /** The revisions of a set that no other of the set needs: what {@code aludel_version} holds. */
  public List<String> maximal(Set<String> ids) {
    return ids.stream()
        .filter(byId::containsKey)
        .filter(id -> dependants(id).stream().noneMatch(ids::contains))
        .sorted(Comparator.comparing(positions::get))
        .toList();
  }

  /**
   * All revisions that are applied where these are the heads.
   *
   * @throws RevisionException UNKNOWN_REVISION when a head has no file
   */
  public Set<String> applied(Collection<String> currentHeads) {
    for (String head : currentHeads) {
      if (!byId.containsKey(head)) {
        throw new RevisionException(
            Problem.of(
                    MigrationCode.UNKNOWN_REVISION,
                    "cannot place the database in the history: it is at revision \"" + head + "\"")
                .found("no revision file with this id" + Suggestion.phrase(head, byId.keySet()))
                .expected("a revision file for each revision that was applied")
                .fix(
                    "restore the file from version control, or update the application:"
                        + " the database may be ahead of it"));
      }
    }
    return ancestors(currentHeads);
  }

  /**
   * What a symbol stands for: a full id or a unique prefix of at least four characters, {@code
   * head}, {@code heads}, {@code base}, a branch label, {@code label@head}, {@code id+2}, or {@code
   * +2} and {@code -1} counted from the current heads.
   *
   * @throws RevisionException UNKNOWN_REVISION, AMBIGUOUS_REVISION or MULTIPLE_HEADS
   */
  public Target resolve(String symbol, Collection<String> currentHeads) {
    return new SymbolResolver(this, currentHeads).resolve(symbol);
  }

  /**
   * What an upgrade from the current heads to a target runs, in order; empty when all of it is
   * applied.
   */
  public List<Revision> upgradePath(Collection<String> currentHeads, Target target) {
    Set<String> applied = applied(currentHeads);
    Set<String> wanted = ancestors(target.revisions());
    return ordered.stream()
        .filter(revision -> wanted.contains(revision.id()) && !applied.contains(revision.id()))
        .toList();
  }

  /** As {@link #upgradePath(Collection, Target)} for a symbol. */
  public List<Revision> upgradePath(Collection<String> currentHeads, String symbol) {
    return upgradePath(currentHeads, resolve(symbol, currentHeads));
  }

  /**
   * What a downgrade from the current heads to a target undoes, last applied first: everything
   * applied that needs the target, and nothing of other lines.
   *
   * @throws RevisionException NOT_APPLIED when the target is not applied
   */
  public List<Revision> downgradePath(Collection<String> currentHeads, Target target) {
    Set<String> applied = applied(currentHeads);
    for (String id : target.revisions()) {
      if (!applied.contains(id)) {
        throw new RevisionException(
            Problem.of(
                    MigrationCode.NOT_APPLIED,
                    "cannot downgrade to \"" + target.symbol() + "\": it is not applied")
                .found("the database is at " + String.join(", ", currentHeads))
                .expected("a revision below that")
                .fix("mvn orm:history shows which revisions are applied"));
      }
    }
    Set<String> undone = above(target);
    undone.retainAll(applied);
    List<Revision> path =
        new ArrayList<>(ordered.stream().filter(each -> undone.contains(each.id())).toList());
    Collections.reverse(path);
    return List.copyOf(path);
  }

  /** As {@link #downgradePath(Collection, Target)} for a symbol. */
  public List<Revision> downgradePath(Collection<String> currentHeads, String symbol) {
    return downgradePath(currentHeads, resolve(symbol, currentHeads));
  }

  /** Every revision that a downgrade to the target undoes, applied or not. */
  public Set<String> above(Target target) {
    Set<String> above = new LinkedHashSet<>(undoneBy(target));
    above.removeAll(ancestors(target.revisions()));
    return above;
  }

  private Set<String> undoneBy(Target target) {
    Set<String> above = target.base() ? byId.keySet() : descendants(target.revisions());
    if (target.branch() == null) {
      return above;
    }
    Set<String> ofBranch = new LinkedHashSet<>(branch(target.branch()));
    ofBranch.retainAll(above);
    ofBranch.removeAll(target.revisions());
    return descendants(ofBranch);
  }

  /** The ids of a branch: those with a label, or a revision and its descendants by {@code down}. */
  Set<String> branch(String labelOrId) {
    if (byId.containsKey(labelOrId)) {
      return closure(List.of(labelOrId), this::children);
    }
    Set<String> branch = new LinkedHashSet<>();
    for (Revision revision : ordered) {
      if (labels(revision.id()).contains(labelOrId)) {
        branch.add(revision.id());
      }
    }
    return branch;
  }

  Set<String> ids() {
    return Collections.unmodifiableSet(byId.keySet());
  }

  static Revision present(Map<String, Revision> byId, String id) {
    return Objects.requireNonNull(byId.get(id), id);
  }

  private Map<String, List<String>> inverted(Function<Revision, Collection<String>> parentsOf) {
    Map<String, List<String>> inverted = new LinkedHashMap<>();
    for (Revision revision : ordered) {
      for (String parent : new LinkedHashSet<>(parentsOf.apply(revision))) {
        inverted.computeIfAbsent(parent, key -> new ArrayList<>()).add(revision.id());
      }
    }
    return inverted;
  }

  /**
   * A label holds for what follows its revision, and for what lies before it up to where the line
   * branched off or was joined. As Alembic: labels are shared along a branch.
   */
  private Map<String, Set<String>> spreadLabels() {
    Map<String, Set<String>> spread = new LinkedHashMap<>();
    labelOwners.forEach(
        (label, owner) -> {
          Set<String> marked = new LinkedHashSet<>(closure(List.of(owner.id()), this::children));
          Revision below = owner;
          while (below.down().size() == 1) {
            below = get(below.down().get(0));
            if (children(below.id()).size() > 1 || below.merge()) {
              break;
            }
            marked.add(below.id());
          }
          marked.forEach(id -> spread.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(label));
        });
    return spread;
  }

  private static Set<String> closure(
      Collection<String> start, Function<String, ? extends Collection<String>> next) {
    Set<String> reached = new LinkedHashSet<>(start);
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String id : next.apply(open.remove())) {
        if (reached.add(id)) {
          open.add(id);
        }
      }
    }
    return reached;
  }
}
