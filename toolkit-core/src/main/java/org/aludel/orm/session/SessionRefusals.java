package org.aludel.orm.session;

import java.util.Locale;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.state.Lifecycle;
import org.jspecify.annotations.Nullable;

/** The reasons for which a session refuses a call. */
final class SessionRefusals {
  private SessionRefusals() {}

  static UsageException closed() {
    return new UsageException(
        Problem.of(SessionCode.CLOSED, "cannot use a closed session")
            .fix("open another one from the factory"));
  }

  static UsageException wrongThread(Thread owner) {
    return new UsageException(
        Problem.of(SessionCode.WRONG_THREAD, "cannot use a session of another thread")
            .found("thread \"" + Thread.currentThread().getName() + "\"")
            .expected("thread \"" + owner.getName() + "\", which opened it")
            .fix("open a session for each thread"));
  }

  static UsageException inactive(RuntimeException first) {
    return new UsageException(
        Problem.of(SessionCode.INACTIVE, "cannot use the session after a failed flush")
            .found(String.valueOf(first.getMessage()))
            .fix("session.rollback(), then mend what failed"),
        first);
  }

  static UsageException readOnly(String what) {
    return new UsageException(
        Problem.of(SessionCode.READ_ONLY, "cannot " + what + " in a read-only session")
            .fix("use the factory without readOnly()"));
  }

  static UsageException notPersistent(String what, Object entity, @Nullable Lifecycle found) {
    String state = found == null ? "transient" : found.name().toLowerCase(Locale.ROOT);
    return new UsageException(
        Problem.of(
                SessionCode.NOT_PERSISTENT,
                "cannot " + what + " an object of class \"" + entity.getClass().getName() + "\"")
            .found("an object that is " + state + " here")
            .expected("one that stands for a row of this session")
            .fix("session.get(…) the row first"));
  }
}
