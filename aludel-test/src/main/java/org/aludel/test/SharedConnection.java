package org.aludel.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One borrower's view of the connection of a test: its transactions are savepoints, each of its
 * statements in autocommit mode has one of its own. Not thread-safe.
 */
final class SharedConnection {
  /** What tells or changes nothing inside the transaction. */
  private static final Set<String> HARMLESS =
      Set.of(
          "getMetaData",
          "isValid",
          "isWrapperFor",
          "getTransactionIsolation",
          "isReadOnly",
          "getWarnings",
          "clearWarnings",
          "getSchema",
          "getCatalog",
          "getNetworkTimeout",
          "getHoldability",
          "toString");

  private static final Set<String> ENDINGS = Set.of("commit", "close", "setAutoCommit");

  private final OuterTransaction outer;
  private final Connection physical;
  private boolean autocommit = true;
  private boolean closed;
  private @Nullable Savepoint transaction;

  SharedConnection(OuterTransaction outer, Connection physical) {
    this.outer = outer;
    this.physical = physical;
  }

  Connection proxy() {
    return proxy(Connection.class, this::call);
  }

  private @Nullable Object call(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    String name = method.getName();
    boolean whole = name.equals("rollback") && arguments == null;
    if (whole || ENDINGS.contains(name)) {
      return end(name, arguments);
    }
    return switch (name) {
      case "getAutoCommit" -> autocommit;
      case "isClosed" -> closed || physical.isClosed();
      default ->
          HARMLESS.contains(name) ? forward(physical, method, arguments) : work(method, arguments);
    };
  }

  /** What ends the transaction, and what else it does. */
  private @Nullable Object end(String name, @Nullable Object @Nullable [] arguments)
      throws SQLException {
    end(name.equals("commit") || name.equals("setAutoCommit"));
    if (name.equals("setAutoCommit")) {
      autocommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
    }
    closed = closed || name.equals("close");
    return null;
  }

  private @Nullable Object work(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    outer.require(this, "run a statement");
    if (!autocommit && transaction == null) {
      transaction = physical.setSavepoint();
      outer.begun(this);
    }
    Object result = forward(physical, method, arguments);
    return result instanceof Statement statement ? guarded(statement) : result;
  }

  private void end(boolean keep) throws SQLException {
    Savepoint begun = transaction;
    if (begun == null) {
      return;
    }
    outer.require(this, keep ? "commit" : "roll back");
    if (!keep) {
      physical.rollback(begun);
    }
    physical.releaseSavepoint(begun);
    transaction = null;
    outer.ended(this);
  }

  private Statement guarded(Statement statement) {
    Class<? extends Statement> type =
        statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (proxy, method, arguments) ->
            method.getName().startsWith("execute")
                ? execute(statement, method, arguments)
                : forward(statement, method, arguments));
  }

  private @Nullable Object execute(
      Statement statement, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    outer.require(this, "run a statement");
    if (!autocommit) {
      return forward(statement, method, arguments);
    }
    Savepoint alone = physical.setSavepoint();
    try {
      Object result = forward(statement, method, arguments);
      physical.releaseSavepoint(alone);
      return result;
    } catch (SQLException failure) {
      physical.rollback(alone);
      physical.releaseSavepoint(alone);
      throw failure;
    }
  }

  /** What is done in place of a method. */
  @FunctionalInterface
  private interface Call {
    @Nullable Object on(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            SharedConnection.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> call.on(proxy, method, arguments);
                }));
  }

  private static @Nullable Object forward(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }
}
