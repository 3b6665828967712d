package org.aludel.orm.state;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the open sessions of one factory hold, for each thread apart: sessions are not thread-safe,
 * so that those of other threads cannot be asked. Keeps no session alive. Thread-safe.
 */
public final class OpenContexts {
  @SuppressWarnings("ThreadLocalUsage") // of one factory, and removed with its last open session
  private final ThreadLocal<List<Open>> ofThread = new ThreadLocal<>();

  /** A session of the calling thread was opened. */
  public void opened(PersistenceContext context) {
    List<Open> open = ofThread.get();
    if (open == null) {
      open = new ArrayList<>(2);
      ofThread.set(open);
    }
    open.removeIf(one -> one.refersTo(null));
    open.add(new Open(context));
  }

  /** A session was closed; does nothing on another thread than that which opened it. */
  public void closed(PersistenceContext context) {
    List<Open> open = ofThread.get();
    if (open != null) {
      open.removeIf(one -> one.refersTo(null) || one.refersTo(context));
      if (open.isEmpty()) {
        ofThread.remove();
      }
    }
  }

  /** Says whose objects an open context of this thread has. */
  public void owned(PersistenceContext context, Object session) {
    List<Open> open = ofThread.get();
    if (open != null) {
      open.stream()
          .filter(one -> one.refersTo(context))
          .forEach(one -> one.owner = new WeakReference<>(session));
    }
  }

  /** Whose context of this thread holds an object; null when none does. */
  public @Nullable Object holder(Object entity) {
    List<Open> open = ofThread.get();
    if (open != null) {
      for (Open one : open) {
        PersistenceContext context = one.get();
        if (context != null && context.holds(entity)) {
          return one.owner.get();
        }
      }
    }
    return null;
  }

  /** Whether another open session of this thread holds the object. */
  public boolean otherHolds(PersistenceContext own, Object entity) {
    List<Open> open = ofThread.get();
    if (open == null || open.size() < 2) {
      return false;
    }
    for (Open one : open) {
      PersistenceContext other = one.get();
      if (other != null && other != own && other.holds(entity)) {
        return true;
      }
    }
    return false;
  }

  /** An open context, and whose it is; neither is kept alive. */
  private static final class Open extends WeakReference<PersistenceContext> {
    private WeakReference<@Nullable Object> owner = new WeakReference<>(null);

    Open(PersistenceContext context) {
      super(context);
    }
  }
}
