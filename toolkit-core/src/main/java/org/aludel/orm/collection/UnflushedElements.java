package org.aludel.orm.collection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What came to a collection and left it since the last flush, by identity.
 *
 * @param <E> the class of the elements
 */
public abstract class UnflushedElements<E> implements WriteOnlyCollection<E> {
  private Waiting<E> added = new Waiting<>();
  private Waiting<E> removed = new Waiting<>();

  /** One direction. The set tells at once what the list, which keeps the order, has. */
  private static final class Waiting<E> {
    private final List<E> order = new ArrayList<>();
    private final Set<E> known = Collections.newSetFromMap(new IdentityHashMap<>());

    void put(E element) {
      if (known.add(element)) {
        order.add(element);
      }
    }

    boolean take(E element) {
      return known.remove(element) && order.removeIf(one -> one == element);
    }

    void clear() {
      order.clear();
      known.clear();
    }
  }

  @Override
  public final void add(E element) {
    if (!removed.take(element)) {
      added.put(element);
    }
  }

  @Override
  public final void remove(E element) {
    if (!added.take(element)) {
      removed.put(element);
    }
  }

  @Override
  public final List<E> added() {
    return Collections.unmodifiableList(new ArrayList<>(added.order));
  }

  @Override
  public final List<E> removed() {
    return Collections.unmodifiableList(new ArrayList<>(removed.order));
  }

  /** Whether anything waits. */
  protected final boolean isChanged() {
    return !added.order.isEmpty() || !removed.order.isEmpty();
  }

  /** From now on what is done to the other one is done to this. */
  protected final void share(UnflushedElements<E> other) {
    added = other.added;
    removed = other.removed;
  }

  /** Forgets what waits. */
  protected final void clear() {
    added.clear();
    removed.clear();
  }
}
