package org.aludel.engine;

/** What the cache of compiled statements did for one execution. */
public enum CacheUse {
  /** The text was there. */
  HIT,
  /** The text was compiled and kept. */
  MISS,
  /** The statement came as text, or cannot be kept. */
  NONE
}
