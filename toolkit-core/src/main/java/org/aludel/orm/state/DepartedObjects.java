package org.aludel.orm.state;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was last done with the objects that a session has let go of. It keeps none of them alive: a
 * session may write a batch, let go of it and go on for as long as it likes. Not thread-safe.
 */
final class DepartedObjects {
  private final Map<Departed, Lifecycle> lifecycles = new HashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  void put(Object entity, Lifecycle lifecycle) {
    Reference<?> gone = collected.poll();
    while (gone != null) {
      lifecycles.remove(gone);
      gone = collected.poll();
    }
    lifecycles.put(new Departed(entity, collected), lifecycle);
  }

  @Nullable Lifecycle get(Object entity) {
    return lifecycles.isEmpty() ? null : lifecycles.get(new Departed(entity, null));
  }

  void remove(Object entity) {
    if (!lifecycles.isEmpty()) {
      lifecycles.remove(new Departed(entity, null));
    }
  }

  void clear() {
    lifecycles.clear();
  }

  /** Equal to another one of the same object, and to itself when that is collected. */
  private static final class Departed extends WeakReference<Object> {
    private final int hash;

    Departed(Object entity, @Nullable ReferenceQueue<Object> collected) {
      super(entity, collected);
      this.hash = System.identityHashCode(entity);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Departed departed && get() != null && departed.refersTo(get()));
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
