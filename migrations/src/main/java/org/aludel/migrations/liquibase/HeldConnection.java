package org.aludel.migrations.liquibase;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's JDBC connection as a data source: its transaction is neither begun nor ended here. A
 * proxy, because Connection has over fifty methods and each version of the JDK may add some.
 */
final class HeldConnection implements InvocationHandler {
  private static final Set<String> HELD = Set.of("commit", "rollback", "close", "setAutoCommit");
  private final Connection connection;

  private HeldConnection(Connection connection) {
    this.connection = connection;
  }

  static DataSource source(Connection connection) {
    ClassLoader loader = HeldConnection.class.getClassLoader();
    Object held =
        Proxy.newProxyInstance(
            loader, new Class<?>[] {Connection.class}, new HeldConnection(connection));
    InvocationHandler source =
        (proxy, method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return held;
          }
          throw new SQLException("a held connection has no " + method.getName());
        };
    return (DataSource) Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, source);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    // A savepoint is the step's own affair.
    if (HELD.contains(method.getName())
        && (arguments == null || !method.getName().equals("rollback"))) {
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
