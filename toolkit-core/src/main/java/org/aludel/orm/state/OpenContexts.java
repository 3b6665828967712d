package org.aludel.orm.state;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * What the open sessions of one factory hold, for each thread apart: sessions are not thread-safe,
 * so that those of other threads cannot be asked. Keeps no session alive. Thread-safe.
 */
public final class OpenContexts {
  @SuppressWarnings("ThreadLocalUsage") // of one factory, and removed with its last open session
  private final ThreadLocal<List<WeakReference<PersistenceContext>>> ofThread = new ThreadLocal<>();

  /** A session of the calling thread was opened. */
  public void opened(PersistenceContext context) {
    List<WeakReference<PersistenceContext>> open = ofThread.get();
    if (open == null) {
      open = new ArrayList<>(2);
      ofThread.set(open);
    }
    open.removeIf(one -> one.refersTo(null));
    open.add(new WeakReference<>(context));
  }

  /** A session was closed; does nothing on another thread than that which opened it. */
  public void closed(PersistenceContext context) {
    List<WeakReference<PersistenceContext>> open = ofThread.get();
    if (open != null) {
      open.removeIf(one -> one.refersTo(null) || one.refersTo(context));
      if (open.isEmpty()) {
        ofThread.remove();
      }
    }
  }

  /** Whether another open session of this thread holds the object. */
  public boolean otherHolds(PersistenceContext own, Object entity) {
    List<WeakReference<PersistenceContext>> open = ofThread.get();
    if (open == null || open.size() < 2) {
      return false;
    }
    for (WeakReference<PersistenceContext> one : open) {
      PersistenceContext other = one.get();
      if (other != null && other != own && other.holds(entity)) {
        return true;
      }
    }
    return false;
  }
}
