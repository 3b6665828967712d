package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.sql.Statement;

/** The listeners of one session, those of its factory first. Not thread-safe. */
final class SessionListeners {
  private final Session session;
  private List<SessionListener> all;

  SessionListeners(Session session, List<SessionListener> ofFactory) {
    this.session = session;
    this.all = ofFactory;
  }

  void add(SessionListener listener) {
    List<SessionListener> more = new ArrayList<>(all);
    more.add(listener);
    all = List.copyOf(more);
  }

  boolean any() {
    return !all.isEmpty();
  }

  void begun(Connection connection) {
    tell(one -> one.afterBegin(session, connection));
  }

  void beforeFlush() {
    tell(one -> one.beforeFlush(session));
  }

  void afterFlush() {
    tell(one -> one.afterFlush(session));
  }

  void beforeCommit() {
    tell(one -> one.beforeCommit(session));
  }

  void afterCommit() {
    tell(one -> one.afterCommit(session));
  }

  void afterRollback() {
    tell(one -> one.afterRollback(session));
  }

  void afterBulk(BulkWrite write) {
    tell(one -> one.afterBulk(session, write));
  }

  <R> Statement<R> rewritten(Statement<R> statement) {
    Statement<R> rewritten = statement;
    for (SessionListener listener : all) {
      rewritten = listener.beforeExecute(session, rewritten);
    }
    return rewritten;
  }

  private void tell(Consumer<SessionListener> what) {
    all.forEach(what);
  }
}
