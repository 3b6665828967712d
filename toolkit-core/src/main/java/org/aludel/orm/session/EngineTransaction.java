package org.aludel.orm.session;

import org.aludel.engine.Connection;
import org.aludel.engine.Transaction;
import org.aludel.engine.TransactionControl;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session in one engine: of its own, or a part of one that others began.
 *
 * @param control of one of its own
 * @param part the savepoint in another's
 */
record EngineTransaction(
    Connection connection, @Nullable TransactionControl control, @Nullable Transaction part) {
  static EngineTransaction own(Connection connection) {
    return new EngineTransaction(connection, connection.takeControl("the session"), null);
  }

  static EngineTransaction joined(Connection lent) {
    return new EngineTransaction(lent, null, lent.beginNested());
  }

  boolean isOwn() {
    return control != null;
  }

  Transaction nest() {
    return connection.beginNested();
  }

  void end(boolean commit) {
    if (part != null) {
      endPart(part, commit);
    }
    if (control == null) {
      return;
    }
    try (TransactionControl open = control) {
      if (commit) {
        open.commit();
      } else {
        open.rollback();
      }
    }
  }

  /** Whoever lent the connection may have undone this part of its transaction already. */
  private static void endPart(Transaction part, boolean commit) {
    if (commit) {
      part.commit();
    } else if (part.isActive()) {
      part.rollback();
    }
  }
}
