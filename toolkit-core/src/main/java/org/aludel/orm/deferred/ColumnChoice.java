package org.aludel.orm.deferred;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.inheritance.ColumnMoment;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.sql.Expression;

/**
 * Which columns of a class a statement does not read. Columns are numbered as in a whole row of the
 * class, from 0. Immutable, though the sets are not copied for each question.
 *
 * @param left those that are not read
 * @param raising those among them whose use is an error
 * @param given what a statement reads in place of columns
 * @param following by class, those left out that a further statement reads right after the rows,
 *     for objects of the class and of those below it
 */
public record ColumnChoice(
    BitSet left, BitSet raising, Map<Integer, Given> given, Map<Mapper<?>, BitSet> following) {
  /**
   * What a statement reads in place of a column.
   *
   * @param own whether it speaks of the class under its own name, whatever the statement calls it
   */
  public record Given(Expression<?> expression, boolean own) {}

  /** All columns. */
  public static final ColumnChoice WHOLE = new ColumnChoice(new BitSet(), new BitSet());

  public ColumnChoice {
    given = Map.copyOf(given);
  }

  /** A choice of columns alone. */
  public ColumnChoice(BitSet left, BitSet raising) {
    this(left, raising, Map.of(), Map.of());
  }

  /** What the mapping leaves out; {@link #WHOLE} itself where that is nothing. */
  public static ColumnChoice mapped(Mapper<?> mapper, EntityView view) {
    BitSet left = deferred(mapper, view);
    BitSet later = new BitSet();
    for (Mapper<?> each : mapper.selfAndBelow()) {
      if (each != mapper && each.moment(mapper) != ColumnMoment.WITH_ROWS) {
        later.or(own(each, view));
      }
    }
    Map<Mapper<?>, BitSet> following = new HashMap<>();
    for (Mapper<?> each : mapper.selfAndBelow()) {
      if (each != mapper && each.moment(mapper) == ColumnMoment.SELECT_IN) {
        BitSet columns = new BitSet();
        each.lineage().forEach(above -> columns.or(own(above, view)));
        columns.and(later);
        columns.andNot(left);
        following.put(each, columns);
      }
    }
    left.or(later);
    following.values().removeIf(BitSet::isEmpty);
    return left.isEmpty()
        ? WHOLE
        : new ColumnChoice(left, new BitSet(), Map.of(), Map.copyOf(following));
  }

  /** The columns of attributes that the mapping defers one by one. */
  public static BitSet deferred(Mapper<?> mapper, EntityView view) {
    BitSet left = new BitSet();
    for (Mapper<?> each : mapper.selfAndBelow()) {
      int[] positions = view.positions(each);
      for (BasicProperty basic : each.basics()) {
        if (basic.deferral() != null) {
          left.set(positions[basic.slot()]);
        }
      }
    }
    return left;
  }

  /** What a class adds and a table has: what only statements fill cannot be read later. */
  public static BitSet own(Mapper<?> declaring, EntityView view) {
    BitSet columns = new BitSet();
    List<EntityView.Selected> all = view.columns();
    for (int position : view.positionsOfOwn(declaring)) {
      columns.set(position, !all.get(position).absent());
    }
    return columns;
  }

  /** The same with other expressions. */
  public ColumnChoice withGiven(Map<Integer, Given> other) {
    return new ColumnChoice(left, raising, other, following);
  }

  /** Whether all columns are read, and nothing in their place. */
  public boolean isPlain() {
    return left.isEmpty() && given.isEmpty();
  }

  /** Some columns of a class, of objects that are known, and those by which rows are told apart. */
  public static ColumnChoice only(Mapper<?> mapper, EntityView view, BitSet wanted) {
    int[] positions = view.positions(mapper);
    int width = view.width();
    BitSet left = new BitSet();
    left.set(0, width);
    left.andNot(wanted);
    mapper.ids().forEach(id -> left.clear(positions[id.slot()]));
    if (mapper.isPolymorphic()) {
      left.clear(width - 1);
    }
    return new ColumnChoice(left, new BitSet());
  }

  /** Whether nothing is left out. */
  public boolean isWhole() {
    return left.isEmpty();
  }

  /** Where a column stands in the rows that the statement gives, by its place in a whole row. */
  public int shifted(int position) {
    return left.isEmpty() ? position : position - left.get(0, position).cardinality();
  }

  /** The deepest class above one, or that itself, whose columns a further statement reads. */
  public Optional<Mapper<?>> followed(Mapper<?> concrete) {
    Mapper<?> found = null;
    for (Mapper<?> each : concrete.lineage()) {
      found = following.containsKey(each) ? each : found;
    }
    return Optional.ofNullable(found);
  }

  /** The columns that the further statement for a class reads, as places in a row of that class. */
  public BitSet followedIn(Mapper<?> followed, EntityView view, EntityView of) {
    BitSet wanted = following.getOrDefault(followed, new BitSet());
    BitSet places = new BitSet();
    for (Mapper<?> each : followed.lineage()) {
      int[] here = view.positionsOfOwn(each);
      int[] there = of.positionsOfOwn(each);
      for (int index = 0; index < here.length; index++) {
        if (wanted.get(here[index])) {
          places.set(there[index]);
        }
      }
    }
    return places;
  }
}
