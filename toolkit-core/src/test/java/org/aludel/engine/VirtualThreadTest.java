package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A thousand threads that cost nothing share the few connections of a pool. */
@PostgresTest
final class VirtualThreadTest {
  private static final int THREADS = 1_000;
  private static final int CONNECTIONS = 4;

  @Test
  void virtualThreadsWaitForConnectionsAndAllOfThemGetOne(TestDatabase database) throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with Java 21");
    database.run("CREATE TABLE visit (number integer PRIMARY KEY)");
    List<Future<Long>> all = new ArrayList<>();

    try (Engine engine =
        Engine.create(
            database.jdbcUrl(),
            options ->
                options
                    .user(database.user())
                    .password(database.password())
                    .pool(
                        pool -> pool.withSize(CONNECTIONS).withTimeout(Duration.ofSeconds(60))))) {
      ExecutorService threads = perTask();
      for (int number = 0; number < THREADS; number++) {
        int own = number;
        all.add(threads.submit(() -> visit(engine, own)));
      }
      for (Future<Long> one : all) {
        assertThat(one.get()).isEqualTo(1);
      }
      threads.shutdown();
    }

    assertThat(database.query("SELECT count(*) FROM visit"))
        .containsExactly(List.of(String.valueOf(THREADS)));
  }

  /** In the middle of a transaction the server makes the thread wait. */
  private static Long visit(Engine engine, int number) {
    try (Connection connection = engine.connect()) {
      long rows = connection.update("INSERT INTO visit VALUES (?)", number);
      connection.execute("SELECT pg_sleep(0.001)").close();
      connection.commit();
      return rows;
    }
  }

  /** The project is compiled for Java 17, which does not know the method. */
  private static ExecutorService perTask() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
