package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of two to six typed values. */
public sealed interface Tuple permits Row2, Row3, Row4, Row5, Row6 {
  /** The values in order, with null for NULL; not to be changed. */
  List<@Nullable Object> values();
}
