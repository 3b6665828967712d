package org.aludel.migrations.compare;

import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.migrations.extension.Verdict;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/** Finds another server default, by its text; a change of type carries the default itself. */
final class DefaultComparator implements ColumnComparator {
  @Override
  public Stream<Operation> compare(ColumnPair pair) {
    String found = pair.database().serverDefault();
    String wanted = pair.model().serverDefault();
    return same(pair) || !TypeComparator.same(pair)
        ? Stream.empty()
        : Stream.of(new ColumnOperation.AlterDefault(pair.table(), pair.name(), found, wanted));
  }

  private static boolean same(ColumnPair pair) {
    return pair.serverDefault() == Verdict.UNDECIDED
        ? Objects.equals(pair.database().serverDefault(), pair.model().serverDefault())
        : pair.serverDefault() == Verdict.SAME;
  }
}
