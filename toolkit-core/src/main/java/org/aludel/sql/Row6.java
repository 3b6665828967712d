package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of six values; one that is SQL NULL is null. */
public record Row6<A, B, C, D, E, F>(A first, B second, C third, D fourth, E fifth, F sixth)
    implements Tuple {
  @Override
  public List<@Nullable Object> values() {
    return Arrays.asList(first, second, third, fourth, fifth, sixth);
  }
}
