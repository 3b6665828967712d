package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** What a flush does to one row, and which operations must come first. Compared by identity. */
final class RowOperation {
  /** The kind of statement. */
  enum Kind {
    UPDATE,
    INSERT,
    DELETE
  }

  /**
   * One operation that must wait for another.
   *
   * @param reference the foreign key that demands it, or null for a unique key
   */
  record Edge(RowOperation before, RowOperation after, @Nullable Relationship reference) {}

  private final Kind kind;
  private final InstanceState<?> state;
  private final boolean postUpdate;
  private BitSet columns;
  private @Nullable InstanceState<?> replaced;
  private @Nullable Object nextVersion;
  private boolean rekeys;
  private @Nullable List<Edge> waitsFor;
  private @Nullable List<Edge> frees;
  private boolean done;

  private RowOperation(Kind kind, InstanceState<?> state, BitSet columns, boolean postUpdate) {
    this.kind = kind;
    this.state = state;
    this.columns = columns;
    this.postUpdate = postUpdate;
  }

  /**
   * An operation.
   *
   * @param columns indexes into the sources of the table's layout; empty for DELETE
   */
  static RowOperation of(Kind kind, InstanceState<?> state, BitSet columns) {
    return new RowOperation(kind, state, columns, false);
  }

  /** An UPDATE of references alone, which another operation of the same row needs. */
  static RowOperation ofReferences(InstanceState<?> state, BitSet columns) {
    return new RowOperation(Kind.UPDATE, state, columns, true);
  }

  /** An UPDATE by which a new object takes over the row of a deleted one. */
  static RowOperation rowSwitch(InstanceState<?> added, InstanceState<?> replaced, BitSet columns) {
    RowOperation operation = of(Kind.UPDATE, added, columns);
    operation.replaced = replaced;
    return operation;
  }

  Kind kind() {
    return kind;
  }

  InstanceState<?> state() {
    return state;
  }

  BitSet columns() {
    return columns;
  }

  /** Whether it writes references only and leaves version and snapshot to the main operation. */
  boolean postUpdate() {
    return postUpdate;
  }

  /** The object whose row the new one takes over, or null. */
  @Nullable InstanceState<?> replaced() {
    return replaced;
  }

  /** Declares that it writes another key into the row. */
  void changesKey() {
    rekeys = true;
  }

  /** Whether it writes another key into the row. */
  boolean rekeys() {
    return rekeys;
  }

  /** The version that an UPDATE gives the row: one value, however often it is asked for. */
  Object nextVersion(Versions versions, BasicProperty version) {
    Object known = nextVersion;
    if (known == null) {
      known = versions.next(version, versionBefore(version));
      nextVersion = known;
    }
    return known;
  }

  /** The version that the row was read with. */
  @Nullable Object versionBefore(BasicProperty version) {
    return (replaced == null ? state : replaced).snapshotValue(version.slot());
  }

  void with(BitSet more) {
    BitSet all = (BitSet) columns.clone();
    all.or(more);
    columns = all;
  }

  void without(BitSet leftOut) {
    BitSet fewer = (BitSet) columns.clone();
    fewer.andNot(leftOut);
    columns = fewer;
  }

  void waitFor(RowOperation before, @Nullable Relationship reference) {
    if (before == this) {
      return;
    }
    Edge edge = new Edge(before, this, reference);
    if (waitsFor == null) {
      waitsFor = new ArrayList<>(2);
    }
    waitsFor.add(edge);
    if (before.frees == null) {
      before.frees = new ArrayList<>(2);
    }
    before.frees.add(edge);
  }

  static void remove(Edge edge) {
    edge.after().waitsFor().remove(edge);
    List<Edge> freed = edge.before().frees;
    if (freed != null) {
      freed.remove(edge);
    }
  }

  List<Edge> waitsFor() {
    return waitsFor == null ? List.of() : waitsFor;
  }

  boolean ready() {
    return !done && (waitsFor == null || waitsFor.isEmpty());
  }

  boolean isDone() {
    return done;
  }

  void finish() {
    done = true;
    if (frees != null) {
      frees.forEach(edge -> edge.after().waitsFor().remove(edge));
      frees = null;
    }
  }

  @Override
  public String toString() {
    return kind + " " + state.model().describe(state.key());
  }
}
