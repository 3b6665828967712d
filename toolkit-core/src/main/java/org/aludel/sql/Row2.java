package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of two values; one that is SQL NULL is null. */
public record Row2<A, B>(A first, B second) implements Tuple {
  @Override
  public List<@Nullable Object> values() {
    return Arrays.asList(first, second);
  }
}
