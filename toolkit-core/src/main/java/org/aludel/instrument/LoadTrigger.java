package org.aludel.instrument;

/** Fills a lazy instance on its first use; implemented by the session that made the instance. */
@FunctionalInterface
public interface LoadTrigger {
  /**
   * Fills the instance in place, or throws and leaves it unloaded. While it runs the instance
   * counts as loaded, so that its own methods may be called.
   */
  void load(Object instance);
}
