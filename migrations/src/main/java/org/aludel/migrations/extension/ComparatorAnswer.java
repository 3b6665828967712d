package org.aludel.migrations.extension;

import java.util.List;
import org.aludel.migrations.operation.Operation;

/**
 * What a comparator found about one object.
 *
 * @param stops whether comparators behind it are not asked about the object any more, and those of
 *     Aludel, where the comparator stands before them, not heard
 */
public record ComparatorAnswer(List<Operation> operations, boolean stops) {
  public ComparatorAnswer {
    operations = List.copyOf(operations);
  }

  /** Adds operations; the others are asked as well. */
  public static ComparatorAnswer carryOn(Operation... operations) {
    return new ComparatorAnswer(List.of(operations), false);
  }

  /** These operations are all that is to be done about the object and its parts. */
  public static ComparatorAnswer stop(Operation... operations) {
    return new ComparatorAnswer(List.of(operations), true);
  }
}
