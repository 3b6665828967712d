package org.aludel.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A connection that tells when it has been closed. Everything else goes to the driver's own. */
final class TrackedConnection implements InvocationHandler {
  private final Connection delegate;
  private final WhenClosed whenClosed;
  private final AtomicBoolean told = new AtomicBoolean();

  private TrackedConnection(Connection delegate, WhenClosed whenClosed) {
    this.delegate = delegate;
    this.whenClosed = whenClosed;
  }

  /** What is done once after the connection is closed. */
  @FunctionalInterface
  interface WhenClosed {
    void run() throws SQLException;
  }

  static Connection of(Connection delegate, WhenClosed whenClosed) {
    return (Connection)
        Proxy.newProxyInstance(
            TrackedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class, PGConnection.class},
            new TrackedConnection(delegate, whenClosed));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    return switch (method.getName()) {
      case "close", "abort" -> {
        try {
          yield forward(method, arguments);
        } finally {
          tell();
        }
      }
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> forward(method, arguments);
    };
  }

  private void tell() throws SQLException {
    if (told.compareAndSet(false, true)) {
      whenClosed.run();
    }
  }

  private @Nullable Object forward(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(delegate, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
