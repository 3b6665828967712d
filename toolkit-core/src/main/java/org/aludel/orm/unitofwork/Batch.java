package org.aludel.orm.unitofwork;

import java.util.BitSet;
import java.util.List;

/**
 * Operations of one kind on one table with one set of columns, none of which waits for another.
 *
 * @param operations at least one, in the order in which their rows are written
 */
record Batch(
    TableLayout<?> layout,
    RowOperation.Kind kind,
    BitSet columns,
    boolean postUpdate,
    List<RowOperation> operations) {}
