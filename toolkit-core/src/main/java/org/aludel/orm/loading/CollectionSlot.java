package org.aludel.orm.loading;

import org.aludel.orm.state.InstanceState;

/** Which attribute of which object a collection stands in, and who loads it. Not thread-safe. */
final class CollectionSlot {
  private final CollectionLoader loader;
  private final InstanceState<?> owner;
  private final int collection;

  CollectionSlot(CollectionLoader loader, InstanceState<?> owner, int collection) {
    this.loader = loader;
    this.owner = owner;
    this.collection = collection;
  }

  InstanceState<?> owner() {
    return owner;
  }

  void load() {
    loader.load(owner, collection);
  }

  /** For messages: {@code Author 7.books}. */
  @Override
  public String toString() {
    return owner.model().describe(owner.key()) + "." + owner.model().contentsName(collection);
  }
}
