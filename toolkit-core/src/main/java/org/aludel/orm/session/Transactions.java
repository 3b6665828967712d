package org.aludel.orm.session;

import org.aludel.dialect.Isolation;
import org.aludel.engine.Connection;
import org.aludel.engine.TransactionControl;
import org.aludel.engine.option.ExecutionOptions;
import org.jspecify.annotations.Nullable;

/** The connection of a session: borrowed at its first statement, given back at its end. */
final class Transactions {
  private final SharedParts parts;
  private final SessionOptions options;
  private @Nullable Connection connection;
  private @Nullable TransactionControl control;

  Transactions(SharedParts parts, SessionOptions options) {
    this.parts = parts;
    this.options = options;
  }

  Connection connection() {
    Connection open = connection;
    if (open == null) {
      parts.checkSchema(options);
      open = options.readOnly() ? parts.engine().connectReadOnly() : parts.engine().connect();
      connection = open;
      control = open.takeControl("the session");
      open.options(this::modes);
    }
    return open;
  }

  boolean isOpen() {
    return connection != null;
  }

  void commit() {
    end(true);
  }

  void rollback() {
    end(false);
  }

  private void end(boolean commit) {
    TransactionControl open = control;
    connection = null;
    control = null;
    if (open == null) {
      return;
    }
    try (open) {
      if (commit) {
        open.commit();
      } else {
        open.rollback();
      }
    }
  }

  private ExecutionOptions modes(ExecutionOptions ofEngine) {
    ExecutionOptions modes = options.readOnly() ? ofEngine.readOnly(true) : ofEngine;
    Isolation isolation = options.isolation();
    return isolation == null ? modes : modes.isolation(isolation);
  }
}
