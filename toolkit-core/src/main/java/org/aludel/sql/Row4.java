package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of four values; one that is SQL NULL is null. */
public record Row4<A, B, C, D>(A first, B second, C third, D fourth) implements Tuple {
  @Override
  public List<@Nullable Object> values() {
    return Arrays.asList(first, second, third, fourth);
  }
}
