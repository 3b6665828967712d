package org.aludel.orm.loading;

import org.aludel.orm.state.InstanceState;

/** Fills a collection on its first use. */
interface CollectionLoader {
  /**
   * Loads one to-many attribute, and with it those of other objects of the same result; the
   * collection is loaded afterwards.
   *
   * @param collection index in the model's collections
   */
  void load(InstanceState<?> owner, int collection);
}
