package org.aludel.instrument;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Fills a lazy instance on its first use; implemented by the session that made the instance. */
@FunctionalInterface
public interface LoadTrigger {
  /**
   * Fills the instance in place, or throws and leaves it unloaded. While it runs the instance
   * counts as loaded, so that its own methods may be called.
   */
  void load(Object instance);

  /**
   * Whether a method of the instance may see or change what is not loaded.
   *
   * @param method name and descriptor
   */
  default boolean isNeeded(String method) {
    return true;
  }

  /** The slots that are not loaded; null for all but the id. */
  default @Nullable BitSet unloaded() {
    return null;
  }
}
