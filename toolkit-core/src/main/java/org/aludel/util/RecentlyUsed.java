package org.aludel.util;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of limited size: where it is full, what was asked for longest ago leaves it. Not
 * thread-safe; even {@link #get} changes it.
 */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int limit;

  /**
   * @param limit entries that it has at most
   */
  public RecentlyUsed(int limit) {
    super(16, 0.75f, true);
    this.limit = limit;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > limit;
  }
}
