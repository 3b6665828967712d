package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of three values; one that is SQL NULL is null. */
public record Row3<A, B, C>(A first, B second, C third) implements Tuple {
  @Override
  public List<@Nullable Object> values() {
    return Arrays.asList(first, second, third);
  }
}
