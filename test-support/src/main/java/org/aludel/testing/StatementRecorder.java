package org.aludel.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the SQL that goes through a data source or connection, in the order of execution.
 *
 * <pre>{@code
 * StatementRecorder recorder = new StatementRecorder();
 * DataSource source = recorder.wrap(database.dataSource());
 * ...
 * assertThat(recorder.sql()).containsExactly("SELECT 1");
 * }</pre>
 *
 * A prepared statement is written at each execution, a batch once for each {@code executeBatch}
 * (each text of a batch of plain statements). {@code commit} and {@code rollback} are no SQL of the
 * caller and are not written. Thread-safe.
 */
public final class StatementRecorder {
  private static final Set<String> EXECUTIONS =
      Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");
  private static final Set<String> BATCHES = Set.of("executeBatch", "executeLargeBatch");
  private final List<String> sql = Collections.synchronizedList(new ArrayList<>());
  private final Map<Integer, Runnable> actions = new ConcurrentHashMap<>();

  /** Does something before an execution, such as what another session does at that moment. */
  public StatementRecorder before(int execution, Runnable action) {
    actions.put(execution, action);
    return this;
  }

  /** The executed texts since the last {@link #clear()}; a copy. */
  public List<String> sql() {
    synchronized (sql) {
      return List.copyOf(sql);
    }
  }

  /** The number of executions since the last {@link #clear()}. */
  public int count() {
    return sql.size();
  }

  /** Forgets what was written. */
  public void clear() {
    sql.clear();
  }

  /** A data source whose connections are recorded. */
  public DataSource wrap(DataSource source) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = forward(source, method, arguments);
          return result instanceof Connection connection ? wrap(connection) : result;
        });
  }

  /** A connection whose statements are recorded. */
  public Connection wrap(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = forward(connection, method, arguments);
          return result instanceof Statement statement
              ? wrap(statement, textOf(arguments, null))
              : result;
        });
  }

  private Statement wrap(Statement statement, @Nullable String prepared) {
    List<String> batch = Collections.synchronizedList(new ArrayList<>());
    Class<? extends Statement> type =
        statement instanceof CallableStatement
            ? CallableStatement.class
            : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (method, arguments) -> {
          record(method.getName(), arguments, prepared, batch);
          return forward(statement, method, arguments);
        });
  }

  private void record(
      String method,
      @Nullable Object @Nullable [] arguments,
      @Nullable String prepared,
      List<String> batch) {
    String text = textOf(arguments, prepared);
    if (EXECUTIONS.contains(method) && text != null) {
      sql.add(text);
      actions.getOrDefault(sql.size(), () -> {}).run();
    } else if (method.equals("addBatch") && prepared == null && text != null) {
      batch.add(text);
    } else if (method.equals("clearBatch")) {
      batch.clear();
    } else if (BATCHES.contains(method)) {
      sql.addAll(prepared == null ? batch : List.of(prepared));
      batch.clear();
    }
  }

  /** The first argument if that is SQL, else the text of the prepared statement. */
  private static @Nullable String textOf(
      @Nullable Object @Nullable [] arguments, @Nullable String prepared) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String given
        ? given
        : prepared;
  }

  /** What is done in place of a method. */
  @FunctionalInterface
  private interface Call {
    @Nullable Object on(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementRecorder.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> call.on(method, arguments);
                }));
  }

  private static @Nullable Object forward(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
