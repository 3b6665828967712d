package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a window function looks at from a row. Immutable; begun with {@link
 * Sql#partitionBy}, {@link Sql#orderedBy} or {@link #named}.
 *
 * <pre>{@code
 * sum(SALE.amount).over(partitionBy(SALE.region).orderBy(SALE.day).rows(preceding(6), currentRow()))
 * }</pre>
 *
 * @param name of a window of the query that this one begins with, or null
 * @param frame null for the server's: up to the current row's peers where there is an order
 */
public record Window(
    @Nullable String name,
    List<Expression<?>> partitionBy,
    List<Ordering> orderBy,
    @Nullable Frame frame) {
  static final Window EMPTY = new Window(null, List.of(), List.of(), null);

  public Window {
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
  }

  /** What bounds of a frame count. */
  public enum Unit {
    ROWS,
    /** Values of the one column of the order. */
    RANGE,
    /** Groups of rows that the order does not tell apart. */
    GROUPS
  }

  /** Which rows of the frame are left out. */
  public enum Exclusion {
    NO_OTHERS,
    CURRENT_ROW,
    /** The current row and its peers. */
    GROUP,
    /** The peers, but not the current row. */
    TIES
  }

  /** Where a frame begins or ends. */
  public enum Side {
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING
  }

  /**
   * One end of a frame. Made by {@link Sql#preceding}, {@link Sql#currentRow} and the like.
   *
   * @param offset null for all there are, and for the current row
   */
  public record Edge(Side side, @Nullable Expression<?> offset) {}

  /** The rows of the partition that count. */
  public record Frame(Unit unit, Edge from, Edge to, Exclusion exclusion) {}

  /** A window that the query names, as it is or to be refined. */
  public static Window named(String name) {
    return new Window(name, List.of(), List.of(), null);
  }

  /** The same, whose rows have these values in common with the current one. */
  public Window partitionBy(Expression<?>... keys) {
    List<Expression<?>> all = new ArrayList<>(partitionBy);
    all.addAll(Arrays.asList(keys));
    return new Window(name, all, orderBy, frame);
  }

  /** The same in this order, behind the terms given before. */
  public Window orderBy(OrderTerm... terms) {
    List<Ordering> all = new ArrayList<>(orderBy);
    for (OrderTerm term : terms) {
      all.add(term.ordering());
    }
    return new Window(name, partitionBy, all, frame);
  }

  /** A frame that counts rows. */
  public Window rows(Edge from, Edge to) {
    return framed(Unit.ROWS, from, to);
  }

  /** A frame that counts by the value of the order: offsets are numbers, or intervals of dates. */
  public Window range(Edge from, Edge to) {
    return framed(Unit.RANGE, from, to);
  }

  /** A frame that counts groups of peers. */
  public Window groups(Edge from, Edge to) {
    return framed(Unit.GROUPS, from, to);
  }

  private Window framed(Unit unit, Edge from, Edge to) {
    return new Window(name, partitionBy, orderBy, new Frame(unit, from, to, Exclusion.NO_OTHERS));
  }

  /**
   * Leaves rows out of the frame.
   *
   * @throws org.aludel.error.CompileException with {@code UNSUPPORTED_STATEMENT} before a frame was
   *     given
   */
  public Window excluding(Exclusion exclusion) {
    Frame before = frame;
    if (before == null) {
      throw Refusals.missing("EXCLUDE of a window", "no frame", "rows(…), range(…) or groups(…)");
    }
    return new Window(
        name, partitionBy, orderBy, new Frame(before.unit, before.from, before.to, exclusion));
  }

  /** Whether it is nothing but the name of another. */
  public boolean isReference() {
    return name != null && partitionBy.isEmpty() && orderBy.isEmpty() && frame == null;
  }
}
