package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of five values; one that is SQL NULL is null. */
public record Row5<A, B, C, D, E>(A first, B second, C third, D fourth, E fifth) implements Tuple {
  @Override
  public List<@Nullable Object> values() {
    return Arrays.asList(first, second, third, fourth, fifth);
  }
}
