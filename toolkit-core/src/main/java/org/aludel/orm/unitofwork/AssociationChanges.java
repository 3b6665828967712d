package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Association;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * The rows that many-to-many relationships lose and gain in one flush. What was added or removed on
 * one side alone counts; the other side is brought in step.
 */
final class AssociationChanges {
  /** Two objects that belong together, as the owning side sees them; compared by identity. */
  record Pair(Relationship owning, InstanceState<?> owner, InstanceState<?> element) {}

  private final PersistenceContext context;
  private final Map<Pair, CollectionChange> added = new LinkedHashMap<>();
  private final Map<Pair, CollectionChange> removed = new LinkedHashMap<>();
  private final Positions positions;

  AssociationChanges(PersistenceContext context) {
    this.context = context;
    this.positions = new Positions(context);
  }

  /** Where the elements of changed lists stand. */
  Positions positions() {
    return positions;
  }

  /** Takes the changes of many-to-many collections. */
  void note(List<CollectionChange> changes) {
    for (CollectionChange change : changes) {
      Association association = change.relationship().association();
      if (change.relationship().isByCondition()) {
        requireUnchanged(
            change,
            ", which has a @JoinCondition",
            "change what its condition asks for, and refresh the object");
      } else if (association != null) {
        refuseViewOnly(change, association);
        positions.note(change);
        change.added().forEach(element -> put(added, change, element));
        change.removed().forEach(element -> put(removed, change, element));
      }
    }
  }

  private static void refuseViewOnly(CollectionChange change, Association association) {
    if (association.viewOnly()) {
      requireUnchanged(
          change,
          ", which is marked @ViewOnly",
          "change what the rows of \""
              + association.table().name()
              + "\" come from, and refresh the object");
    }
  }

  private static void requireUnchanged(CollectionChange change, String mark, String fix) {
    if (change.isEmpty()) {
      return;
    }
    InstanceState<?> owner = change.owner();
    throw new UsageException(
        Problem.of(
                SessionCode.VIEW_ONLY,
                "cannot flush \"" + owner.model().describe(owner.key()) + "\"")
            .found(
                change.added().size()
                    + " elements added to \""
                    + change.relationship().name()
                    + "\" and "
                    + change.removed().size()
                    + " removed from it"
                    + mark)
            .expected("what was read, unchanged")
            .fix(fix));
  }

  private void put(Map<Pair, CollectionChange> pairs, CollectionChange change, Object element) {
    InstanceState<?> other = find(element);
    if (other == null) {
      return; // what nobody added is refused where objects are reached
    }
    Relationship relationship = change.relationship();
    Relationship owning = relationship.mappedBy() == null ? relationship : relationship.inverse();
    if (owning == null) {
      throw new IllegalStateException(relationship + " has no owning side");
    }
    boolean near = owning.equals(relationship) && relationship.mappedBy() == null;
    Pair pair =
        near ? new Pair(owning, change.owner(), other) : new Pair(owning, other, change.owner());
    pairs.putIfAbsent(pair, change);
  }

  private @Nullable InstanceState<?> find(Object element) {
    return context.find(element);
  }

  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && positions.staying().isEmpty();
  }

  /** Pairs whose rows go, apart from those of deleted objects, of which all rows go. */
  List<Pair> removed() {
    return removed.keySet().stream()
        .filter(pair -> !allGo(pair.owner(), pair.owning()))
        .filter(pair -> !allGo(pair.element(), pair.owning().inverse()))
        .filter(pair -> pair.owner().key() != null && pair.element().key() != null)
        .toList();
  }

  /** A deleted object knows of its rows by an attribute of its own alone. */
  private static boolean allGo(InstanceState<?> state, @Nullable Relationship own) {
    return own != null && !stays(state);
  }

  /** Pairs whose rows come. */
  List<Pair> added() {
    return added.keySet().stream().filter(AssociationChanges::stays).toList();
  }

  static boolean stays(Pair pair) {
    return stays(pair.owner()) && stays(pair.element());
  }

  /** Also false for a new object that a deletion reached before it had a row. */
  static boolean stays(InstanceState<?> state) {
    return state.lifecycle() == Lifecycle.PERSISTENT || state.lifecycle() == Lifecycle.PENDING;
  }

  /** The deleted objects that have rows in the table of a relationship, by that relationship. */
  Map<Relationship, List<InstanceState<?>>> deleted() {
    Map<Relationship, List<InstanceState<?>>> byRelationship = new LinkedHashMap<>();
    for (InstanceState<?> state : context.deleted()) {
      for (Relationship relationship : state.model().collections()) {
        Association association = relationship.association();
        if (association != null && !association.viewOnly() && state.key() != null) {
          byRelationship.computeIfAbsent(relationship, any -> new ArrayList<>()).add(state);
        }
      }
    }
    return byRelationship;
  }

  /** Tells the other sides what came and went. */
  void tell(CollectionSettling settling) {
    added.forEach((pair, change) -> tell(settling, pair, change, true));
    removed.forEach((pair, change) -> tell(settling, pair, change, false));
  }

  private static void tell(
      CollectionSettling settling, Pair pair, CollectionChange change, boolean comes) {
    Relationship other = change.relationship().inverse();
    if (other == null) {
      return;
    }
    boolean byOwner = change.owner() == pair.owner();
    InstanceState<?> reached = byOwner ? pair.element() : pair.owner();
    settling.noteMove(reached, other, change.owner().entity(), comes);
  }
}
