package org.aludel.orm.deferred;

import java.util.BitSet;
import java.util.Map;
import org.aludel.orm.hierarchy.EntityView;
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
 */
public record ColumnChoice(BitSet left, BitSet raising, Map<Integer, Given> given) {
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
    this(left, raising, Map.of());
  }

  /** What the mapping defers; {@link #WHOLE} itself where that is nothing. */
  public static ColumnChoice mapped(Mapper<?> mapper, EntityView view) {
    BitSet left = new BitSet();
    for (Mapper<?> each : mapper.selfAndBelow()) {
      int[] positions = view.positions(each);
      for (BasicProperty basic : each.basics()) {
        if (basic.deferral() != null) {
          left.set(positions[basic.slot()]);
        }
      }
    }
    return left.isEmpty() ? WHOLE : new ColumnChoice(left, new BitSet());
  }

  /** The same with other expressions. */
  public ColumnChoice withGiven(Map<Integer, Given> other) {
    return new ColumnChoice(left, raising, other);
  }

  /** Whether all columns are read, and nothing in their place. */
  public boolean isPlain() {
    return left.isEmpty() && given.isEmpty();
  }

  /** Whether nothing is left out. */
  public boolean isWhole() {
    return left.isEmpty();
  }

  /** Where a column stands in the rows that the statement gives, by its place in a whole row. */
  public int shifted(int position) {
    return left.isEmpty() ? position : position - left.get(0, position).cardinality();
  }
}
