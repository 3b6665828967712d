package org.aludel.orm.session;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aludel.error.DatabaseException;
import org.aludel.error.NoResultException;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.state.Lifecycle;
import org.aludel.schema.QualifiedName;

/** The reasons for which a session refuses a call, and what it warns of. */
final class SessionRefusals {
  static NoResultException noRow(String object) {
    return new NoResultException(
        Problem.of(SessionCode.NOT_PERSISTENT, "cannot find \"" + object + "\"")
            .found("no row with this id")
            .fix("use get(…) where no row is normal"));
  }

  static UsageException notStreamed(int batch, boolean repeats) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot stream the rows of this statement")
            .found(
                repeats
                    ? "objects that come with several rows, which a batch may divide"
                    : "batches of " + batch + " rows, or a statement without objects")
            .expected("a SELECT of objects in batches of 1 or more rows")
            .fix(
                repeats
                    ? "load the collection by selectIn(…) instead of a join"
                    : "stream values with the connection: fetchSize and partitions"));
  }

  private SessionRefusals() {}

  static UsageException noParts() {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot return rows of several tables that are changed")
            .found("a database whose WITH cannot change rows")
            .fix("leave returning(…) out, and select the rows by a statement of their own"));
  }

  static UsageException acrossEngines(Collection<QualifiedName> tables) {
    return new UsageException(
        Problem.of(SessionCode.SEVERAL_ENGINES, "cannot run one statement in several engines")
            .found(
                tables.stream()
                    .map(table -> "\"" + table + "\"")
                    .collect(Collectors.joining(" and ", "tables of several: ", "")))
            .fix("one statement for each engine; load relationships between them by selectIn(…)"));
  }

  /** Numbers, because URLs may hold secrets. */
  static DatabaseException partlyCommitted(
      List<Integer> committed, int engines, RuntimeException failure) {
    String sqlState = failure instanceof DatabaseException known ? known.sqlState() : null;
    return new DatabaseException(
        Problem.of(SessionCode.PARTLY_COMMITTED, "cannot commit in all engines of the session")
            .found(
                "engines that have committed: "
                    + committed
                    + " of "
                    + engines
                    + ", where 0 is that of the factory and the others follow as declared; "
                    + failure.getMessage())
            .fix("undo the committed part by a transaction, or repeat what was rolled back"),
        sqlState,
        failure);
  }

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
        Problem.of(SessionCode.INACTIVE, "cannot use the session after a failed flush or commit")
            .found(String.valueOf(first.getMessage()))
            .fix("session.rollback(), then mend what failed"),
        first);
  }

  static UsageException flushing(String what) {
    return new UsageException(
        Problem.of(SessionCode.FLUSHING, "cannot " + what + " within a flush")
            .found("a call of a listener or callback that a flush has called")
            .fix("let it change objects, which the flush writes, or act after the flush"));
  }

  static UsageException endedWhileBegun() {
    return new UsageException(
        Problem.of(SessionCode.FLUSHING, "cannot go on with the transaction")
            .found("a listener whose afterBegin has ended it")
            .fix(
                "let afterBegin throw what shall prevent the work, or end the session afterwards"));
  }

  static UsageException endless(int rounds) {
    return new UsageException(
        Problem.of(SessionCode.FLUSHING, "cannot commit the session")
            .found("changes after each of " + rounds + " flushes")
            .expected("listeners and callbacks that leave nothing to write in the end")
            .fix("let the listener change what differs only, or only before the flush"));
  }

  static UsageException nested(String what, String found, String fix) {
    return new UsageException(
        Problem.of(SessionCode.NESTED, "cannot " + what).found(found).fix(fix));
  }

  static UsageException readOnly(String what) {
    return new UsageException(
        Problem.of(SessionCode.READ_ONLY, "cannot " + what + " in a read-only session")
            .fix("use the factory without readOnly()"));
  }

  static UsageException notPersistent(String what, String type, Lifecycle found) {
    String state = found.name().toLowerCase(Locale.ROOT);
    return new UsageException(
        Problem.of(
                SessionCode.NOT_PERSISTENT,
                "cannot " + what + " an object of class \"" + type + "\"")
            .found("an object that is " + state + " here")
            .expected("one that stands for a row of this session")
            .fix("session.get(…) the row first"));
  }

  static Problem unflushed() {
    return Problem.of(SessionCode.UNFLUSHED_CHANGES, "closed a session with unflushed changes")
        .found("objects that were added, changed or deleted since the last flush")
        .fix("commit(), or rollback() to drop them on purpose");
  }
}
