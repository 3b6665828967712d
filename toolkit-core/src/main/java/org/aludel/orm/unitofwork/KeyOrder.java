package org.aludel.orm.unitofwork;

import java.util.List;
import org.aludel.orm.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** The order of primary keys, so that sessions lock the rows of a table in one order. */
final class KeyOrder {
  private KeyOrder() {}

  static int compare(InstanceState<?> left, InstanceState<?> right) {
    return compareKeys(left.key(), right.key());
  }

  private static int compareKeys(@Nullable Object left, @Nullable Object right) {
    // Most keys; a test for a class costs far less than those for interfaces below.
    if (left instanceof Long one && right instanceof Long other) {
      return Long.compare(one, other);
    }
    if (left instanceof List<?> lefts && right instanceof List<?> rights) {
      int common = Math.min(lefts.size(), rights.size());
      for (int index = 0; index < common; index++) {
        int order = compareKeys(lefts.get(index), rights.get(index));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(lefts.size(), rights.size());
    }
    if (left instanceof Comparable<?> one && right != null && left.getClass() == right.getClass()) {
      @SuppressWarnings("unchecked") // a class that is comparable is so with itself
      Comparable<Object> comparable = (Comparable<Object>) one;
      return comparable.compareTo(right);
    }
    return 0;
  }
}
