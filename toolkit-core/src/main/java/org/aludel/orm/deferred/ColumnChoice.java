package org.aludel.orm.deferred;

import java.util.BitSet;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;

/**
 * Which columns of a class a statement does not read. Columns are numbered as in a whole row of the
 * class, from 0. Immutable, though the sets are not copied for each question.
 *
 * @param left those that are not read
 * @param raising those among them whose use is an error
 */
public record ColumnChoice(BitSet left, BitSet raising) {
  /** All columns. */
  public static final ColumnChoice WHOLE = new ColumnChoice(new BitSet(), new BitSet());

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

  /** Whether nothing is left out. */
  public boolean isWhole() {
    return left.isEmpty();
  }

  /** Where a column stands in the rows that the statement gives, by its place in a whole row. */
  public int shifted(int position) {
    return left.isEmpty() ? position : position - left.get(0, position).cardinality();
  }
}
