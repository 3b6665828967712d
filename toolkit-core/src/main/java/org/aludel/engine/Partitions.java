package org.aludel.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of equal size of the elements of an iterator, the last one shorter. */
record Partitions<R extends @Nullable Object>(Iterator<R> rows, int size)
    implements Iterator<List<R>> {
  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public List<R> next() {
    List<R> part = new ArrayList<>();
    do {
      part.add(rows.next());
    } while (part.size() < size && rows.hasNext());
    return Collections.unmodifiableList(part);
  }
}
