package org.aludel.migrations.compare;

import java.util.stream.Stream;
import org.aludel.migrations.operation.Operation;

/** One aspect of a matched pair of columns. */
interface ColumnComparator {
  /** What makes the aspect equal; empty when it is. */
  Stream<Operation> compare(ColumnPair pair);
}
