package org.aludel.engine;

import java.util.Map;
import org.aludel.compile.CompiledStatement;
import org.aludel.compile.Structure;
import org.aludel.util.RecentlyUsed;
import org.jspecify.annotations.Nullable;

/**
 * The compiled statements of one engine, the least recently used one leaving first. Thread-safe.
 */
final class CompiledCache {
  private final Map<Structure.Key, CompiledStatement> kept;

  CompiledCache(int size) {
    this.kept = new RecentlyUsed<>(size);
  }

  synchronized @Nullable CompiledStatement get(Structure.Key key) {
    return kept.get(key);
  }

  /** Keeps a statement, unless its text depends on values that the key does not hold. */
  synchronized void put(Structure.Key key, CompiledStatement compiled) {
    if (!compiled.dependsOnValues()) {
      kept.put(key, compiled);
    }
  }
}
