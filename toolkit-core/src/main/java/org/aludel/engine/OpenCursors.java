package org.aludel.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The results of one connection that still hold rows. Not thread-safe. */
final class OpenCursors {
  private final Set<Cursor> open = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(Cursor cursor) {
    open.add(cursor);
  }

  void remove(Cursor cursor) {
    open.remove(cursor);
  }

  void closeAll() {
    for (Cursor cursor : List.copyOf(new ArrayList<>(open))) {
      cursor.close();
    }
  }
}
