package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What looks like a connection and is a place in the queue of a pooler. */
@PostgresTest(perMethod = true)
class PoolerTest {
  @Test
  void oneThatGivesTheSameProcessAgainIsRefused(TestDatabase database) throws Exception {
    refusedThrough(database, true);
  }

  @Test
  void oneThatGivesAnotherProcessEachTimeIsRefused(TestDatabase database) throws Exception {
    refusedThrough(database, false);
  }

  @Test
  void aConnectionOfItsOwnIsNot(TestDatabase database) {
    try (Engine engine = Engine.create(database.dataSource())) {
      assertThat(upgrade(engine).heads()).containsExactly("aaaa");
    }
  }

  private static void refusedThrough(TestDatabase database, boolean lastFirst) throws Exception {
    try (TransactionPooler pooler = new TransactionPooler(database, lastFirst);
        Engine engine = Engine.create(pooler.source())) {
      RevisionException thrown = refused(() -> upgrade(engine));

      assertThat(thrown.code()).isEqualTo(MigrationCode.POOLED_CONNECTION);
      assertThat(thrown)
          .hasMessageContaining("cannot run revisions through a pooler in transaction mode")
          .hasMessageContaining("pool_mode = session");
    }
    assertThat(Script.tables(database)).isEmpty();
  }

  private static RunResult upgrade(Engine engine) {
    return new MigrationRunner(
            engine,
            new Script().revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a").map(),
            Script.NO_NATIVE_CHANGES,
            RunnerOptions.defaults(),
            ProgressListener.SILENT)
        .upgrade("head");
  }

  /** Two server processes for any number of connections, given out by the transaction. */
  private static final class TransactionPooler implements AutoCloseable {
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final boolean lastFirst;

    TransactionPooler(TestDatabase database, boolean lastFirst) throws SQLException {
      this.lastFirst = lastFirst;
      idle.add(database.open());
      idle.add(database.open());
    }

    DataSource source() {
      return (DataSource)
          Proxy.newProxyInstance(
              PoolerTest.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getConnection") ? connection() : null);
    }

    private Connection connection() {
      Client client = new Client();
      return (Connection)
          Proxy.newProxyInstance(
              PoolerTest.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> client.call(method, arguments));
    }

    private Connection taken() {
      return lastFirst ? idle.removeLast() : idle.removeFirst();
    }

    @Override
    public void close() throws SQLException {
      for (Connection each : idle) {
        each.close();
      }
    }

    /** What an application holds. */
    private final class Client {
      private boolean autocommit = true;
      private @Nullable Connection carrying;

      @Nullable Object call(java.lang.reflect.Method method, Object @Nullable [] arguments)
          throws Throwable {
        switch (method.getName()) {
          case "setAutoCommit" -> {
            autocommit = (boolean) java.util.Objects.requireNonNull(arguments)[0];
            return null;
          }
          case "getAutoCommit" -> {
            return autocommit;
          }
          case "isClosed" -> {
            return false;
          }
          case "commit", "rollback", "close" -> {
            end(method.getName());
            return null;
          }
          default -> {
            return passed(method, arguments);
          }
        }
      }

      private @Nullable Object passed(
          java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
        Connection server = carrying == null ? taken() : carrying;
        try {
          if (!autocommit && carrying == null) {
            carrying = server;
            server.setAutoCommit(false);
          }
          return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        } finally {
          if (carrying == null) {
            idle.addLast(server);
          }
        }
      }

      private void end(String how) throws SQLException {
        Connection server = carrying;
        if (server != null) {
          carrying = null;
          if (how.equals("commit")) {
            server.commit();
          } else {
            server.rollback();
          }
          server.setAutoCommit(true);
          idle.addLast(server);
        }
      }
    }
  }
}
