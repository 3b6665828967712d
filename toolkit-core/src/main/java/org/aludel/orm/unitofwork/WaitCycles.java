package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.schema.Deferral;
import org.jspecify.annotations.Nullable;

/**
 * Breaks circles of operations that wait for each other. A nullable foreign key is written by an
 * UPDATE of its own: after the INSERTs, or before the DELETEs. A circle of unique values alone, two
 * rows that swap them, is left to the server, which refuses it.
 */
final class WaitCycles {
  private final Function<RowOperation, TableLayout<?>> layouts;

  WaitCycles(Function<RowOperation, TableLayout<?>> layouts) {
    this.layouts = layouts;
  }

  /**
   * Takes one wait out of one circle.
   *
   * @param stuck every operation that is left; each waits for another
   * @return further operations to be ordered with them
   * @throws UsageException with {@code CYCLE} when no foreign key of the circle may be null
   */
  List<RowOperation> breakOne(List<RowOperation> stuck) {
    List<RowOperation.Edge> circle = circle(stuck.get(0));
    Optional<RowOperation.Edge> deferred = circle.stream().filter(this::isDeferred).findFirst();
    if (deferred.isPresent()) {
      RowOperation.remove(deferred.get());
      return List.of();
    }
    Optional<RowOperation.Edge> nullable =
        circle.stream().filter(edge -> mayBeNull(edge.reference())).findFirst();
    if (nullable.isPresent()) {
      return List.of(separate(nullable.get()));
    }
    RowOperation.Edge unique =
        circle.stream()
            .filter(edge -> edge.reference() == null)
            .findFirst()
            .orElseThrow(() -> cycle(circle));
    RowOperation.remove(unique);
    return List.of();
  }

  /** Follows waits until an operation comes again; every operation here waits for one. */
  private static List<RowOperation.Edge> circle(RowOperation start) {
    Set<RowOperation> seen = new LinkedHashSet<>();
    List<RowOperation.Edge> path = new ArrayList<>();
    RowOperation current = start;
    while (seen.add(current)) {
      RowOperation.Edge edge = current.waitsFor().get(0);
      path.add(edge);
      current = edge.before();
    }
    RowOperation entry = current;
    int from = 0;
    while (path.get(from).after() != entry) {
      from++;
    }
    return path.subList(from, path.size());
  }

  /** Whether the server looks at the foreign key when the transaction ends. */
  private boolean isDeferred(RowOperation.Edge edge) {
    Relationship reference = edge.reference();
    boolean deferred =
        reference != null
            && Constraints.of(reference)
                .map(key -> key.deferral() == Deferral.INITIALLY_DEFERRED)
                .orElse(false);
    return deferred
        && (edge.after().kind() == RowOperation.Kind.DELETE || hasKey(edge.before().state()));
  }

  /** A key that the INSERT makes cannot be written before it. */
  private static <E> boolean hasKey(InstanceState<E> state) {
    return state.model().keyOf(state.entity()) != null;
  }

  private static boolean mayBeNull(@Nullable Relationship reference) {
    return reference != null
        && reference.localColumns().stream().allMatch(column -> column.nullable());
  }

  private RowOperation separate(RowOperation.Edge edge) {
    Relationship reference = edge.reference();
    if (reference == null) {
      throw new IllegalStateException("an edge without reference cannot be separated");
    }
    RowOperation.remove(edge);
    return edge.after().kind() == RowOperation.Kind.DELETE
        ? nullBefore(edge, reference)
        : writeAfter(edge, reference);
  }

  /** The row that refers is written without the reference, which follows. */
  private RowOperation writeAfter(RowOperation.Edge edge, Relationship reference) {
    RowOperation referring = edge.after();
    BitSet columns = layouts.apply(referring).columnsOf(reference);
    referring.without(columns);
    RowOperation update = RowOperation.ofReferences(referring.state(), columns);
    update.waitFor(referring, reference);
    update.waitFor(edge.before(), reference);
    return update;
  }

  /** The row that refers gives the reference up before the other row is deleted. */
  private RowOperation nullBefore(RowOperation.Edge edge, Relationship reference) {
    RowOperation referring = edge.before();
    BitSet columns = layouts.apply(referring).columnsOf(reference);
    RowOperation update = RowOperation.ofReferences(referring.state(), columns);
    edge.after().waitFor(update, reference);
    referring.waitFor(update, reference);
    return update;
  }

  private static UsageException cycle(List<RowOperation.Edge> circle) {
    String rows =
        circle.stream().map(edge -> edge.after().toString()).collect(Collectors.joining(", "));
    return new UsageException(
        Problem.of(SessionCode.CYCLE, "cannot order the rows of a flush")
            .found("rows that need each other first: " + rows)
            .expected("one foreign key of the circle that may be NULL, or is initially deferred")
            .fix("make one of the references optional, or flush one of the objects before"));
  }
}
