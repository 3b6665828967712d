package org.aludel.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What a generated lazy subclass implements beside its entity class. The method names are chosen so
 * that no entity has them; use {@link EntityAccess#isLoaded} and {@link EntityAccess#markLoaded}.
 */
public interface LazyInstance {
  /** Who loads this instance, or null when it is loaded. */
  @Nullable LoadTrigger aludelTrigger();

  /** Sets who loads this instance; null marks it as loaded. */
  void aludelTrigger(@Nullable LoadTrigger trigger);

  /**
   * Loads the instance unless it is loaded; each overridden method calls this first. A failed load
   * leaves it unloaded, so that the next use tries again.
   *
   * @param method name and descriptor of the method
   */
  static void load(LazyInstance instance, String method) {
    LoadTrigger trigger = instance.aludelTrigger();
    if (trigger == null || !trigger.isNeeded(method)) {
      return;
    }
    // Cleared first: what the trigger runs may call methods of the instance, as a hash set does.
    instance.aludelTrigger(null);
    boolean loaded = false;
    try {
      trigger.load(instance);
      loaded = true;
    } finally {
      if (!loaded) {
        instance.aludelTrigger(trigger);
      }
    }
  }
}
