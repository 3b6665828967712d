package org.aludel.orm.session;

import org.jspecify.annotations.Nullable;

/** Whether a session may be used: by whom, and until when. Not thread-safe. */
final class SessionGuard {
  private final Thread owner = Thread.currentThread();
  private @Nullable RuntimeException failure;
  private boolean closed;

  boolean isClosed() {
    return closed;
  }

  boolean hasFailed() {
    return failure != null;
  }

  void fail(RuntimeException error) {
    failure = error;
  }

  void recover() {
    failure = null;
  }

  void close() {
    closed = true;
  }

  void requireActive() {
    requireOpen();
    RuntimeException first = failure;
    if (first != null) {
      throw SessionRefusals.inactive(first);
    }
  }

  void requireOpen() {
    if (Thread.currentThread() != owner) {
      throw SessionRefusals.wrongThread(owner);
    }
    requireNotClosed();
  }

  /** Whoever cleans up may end what a thread has left behind: nothing runs beside it any more. */
  void requireMayEnd() {
    if (Thread.currentThread() != owner && owner.isAlive()) {
      throw SessionRefusals.wrongThread(owner);
    }
    requireNotClosed();
  }

  private void requireNotClosed() {
    if (closed) {
      throw SessionRefusals.closed();
    }
  }
}
