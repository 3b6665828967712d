package org.aludel.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Notices two threads on one connection at the same moment, which would mix their statements in one
 * transaction. A connection may go from one thread to another between two calls.
 */
final class ThreadGuard {
  private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>();

  /**
   * Enters for the calling thread.
   *
   * @return whether it was outside until now, and so must {@link #exit}
   * @throws UsageException with {@code WRONG_THREAD} while another thread is inside
   */
  boolean enter() {
    Thread caller = Thread.currentThread();
    Thread other = inside.compareAndExchange(null, caller);
    if (other != null && other != caller) {
      throw new UsageException(
          Problem.of(
                  EngineCode.WRONG_THREAD,
                  "cannot use a connection in thread \"" + caller.getName() + "\"")
              .found("a call of thread \"" + other.getName() + "\" that has not come back")
              .expected("one thread at a time")
              .fix("call engine.connect() in each thread"));
    }
    return other == null;
  }

  void exit() {
    inside.set(null);
  }
}
