package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.TransactionModes;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/** The transactions and savepoints of one connection. Not thread-safe. */
final class TransactionScope {
  private final Connection jdbc;
  private final Dialect dialect;
  private final StatementRunner runner;
  private final Failures failures;
  private final Listeners listeners;
  private boolean autocommit;
  private boolean begun;
  private int savepoints;
  private @Nullable Transaction transaction;
  private @Nullable TransactionControl control;

  TransactionScope(
      Connection jdbc,
      Dialect dialect,
      StatementRunner runner,
      Failures failures,
      Listeners listeners) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.runner = runner;
    this.failures = failures;
    this.listeners = listeners;
  }

  void controlledBy(TransactionControl owner) {
    control = owner;
  }

  void requireUncontrolled(String what) {
    TransactionControl inControl = control;
    if (inControl != null) {
      throw inControl.refusal(what);
    }
  }

  boolean isAutocommit() {
    return autocommit;
  }

  void autocommit(boolean value) throws SQLException {
    if (jdbc.getAutoCommit() != value) {
      jdbc.setAutoCommit(value);
    }
    autocommit = value;
  }

  boolean isBegun() {
    return begun;
  }

  /** Whatever is sent next is part of a transaction, which begins now if none has. */
  void enter(ExecutionOptions options) {
    if (!begun) {
      begin(options);
    }
  }

  private void begin(ExecutionOptions options) {
    TransactionModes modes = options.modes();
    if (autocommit) {
      requireNoModes(modes);
      return;
    }
    begun = true;
    listeners.transaction("BEGIN");
    if (!modes.isDefault()) {
      Call call = Call.ofText(dialect, dialect.transactionModes(modes));
      runner.run(call, ExecutionOptions.NONE).close();
    }
  }

  private static void requireNoModes(TransactionModes modes) {
    if (!modes.isDefault()) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot run a statement " + modes.sql())
              .found("an autocommit connection, on which no transaction is told anything")
              .fix("use engine.connect(), or an engine without these options"));
    }
  }

  Transaction beginByHand(ExecutionOptions options) {
    requireTransactional("begin a transaction");
    if (begun || transaction != null) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot begin a transaction")
              .found("the first statement since the last commit has begun one")
              .fix("commit() or rollback() first, or beginNested() for a savepoint"));
    }
    begin(options);
    transaction = new Transaction(this, null, null);
    return transaction;
  }

  Transaction beginNested(ExecutionOptions options) {
    requireTransactional("set a savepoint");
    enter(options);
    String name = "aludel_" + ++savepoints;
    Savepoint savepoint = runner.call("SAVEPOINT " + name, () -> jdbc.setSavepoint(name));
    transaction = new Transaction(this, savepoint, transaction);
    return transaction;
  }

  void commit() {
    requireTransactional("commit");
    if (transaction != null && transaction.isNested()) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot commit")
              .found("a savepoint that has not ended")
              .fix("commit() or rollback() the nested transaction first"));
    }
    failures.requireCommittable(jdbc);
    boolean echoed = begun;
    forget();
    runner.cursors().closeAll();
    runner.run(echoed ? "COMMIT" : null, jdbc::commit);
  }

  void rollback() {
    requireTransactional("roll back");
    boolean echoed = begun;
    forget();
    runner.cursors().closeAll();
    runner.run(echoed ? "ROLLBACK" : null, jdbc::rollback);
  }

  /** Rolls back what was not committed and leaves the connection as the pool gave it. */
  void finish(boolean restoredAutocommit) {
    runner.cursors().closeAll();
    if (!autocommit) {
      runner.run(begun ? "ROLLBACK" : null, jdbc::rollback);
    }
    runner.run(null, () -> autocommit(restoredAutocommit));
  }

  void release(Transaction nested, Savepoint savepoint) {
    if (transaction != nested) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot commit a nested transaction")
              .found("another savepoint inside it that has not ended")
              .fix("end them from the inside out"));
    }
    runner.run("RELEASE SAVEPOINT", () -> jdbc.releaseSavepoint(savepoint));
    nested.ended();
    transaction = nested.outer();
  }

  void rollbackTo(Transaction nested, Savepoint savepoint) {
    runner.cursors().closeAll();
    runner.run(
        "ROLLBACK TO SAVEPOINT",
        () -> {
          jdbc.rollback(savepoint);
          jdbc.releaseSavepoint(savepoint);
        });
    // A statement that fails after the savepoint was set is undone with it.
    failures.forget();
    while (transaction != null && transaction != nested) {
      transaction.ended();
      transaction = transaction.outer();
    }
    nested.ended();
    transaction = nested.outer();
  }

  /** The transaction is over, whoever ended it. */
  void forget() {
    failures.forget();
    begun = false;
    savepoints = 0;
    while (transaction != null) {
      transaction.ended();
      transaction = transaction.outer();
    }
  }

  private void requireTransactional(String what) {
    if (autocommit) {
      throw new UsageException(
          Problem.of(EngineCode.WRONG_STATE, "cannot " + what + " on an autocommit connection")
              .fix("use engine.connect()"));
    }
  }
}
