package org.aludel.migrations.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two first starts at the same moment. */
@PostgresTest(perMethod = true)
class SharedObjectTest {
  @ParameterizedTest
  @CsvSource({
    "CREATE SCHEMA IF NOT EXISTS kept, false",
    "CREATE TABLE IF NOT EXISTS kept (id int), false",
    "CREATE TABLE IF NOT EXISTS kept (id int), true"
  })
  void whatAnotherHasMadeAndNotCommittedIsTakenAsMade(
      String ddl, boolean alone, TestDatabase database) throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled());
        Connection first = engine.connect();
        Connection second = alone ? engine.connectAutocommit() : engine.connect()) {
      second.update("CREATE TABLE before (id int)");
      SharedObject.make(first, ddl);
      Future<?> waiting = threads.submit(() -> SharedObject.make(second, ddl));
      String blocked = "SELECT 1 FROM pg_locks WHERE NOT granted";
      while (database.query(blocked).isEmpty() && !waiting.isDone()) {
        Thread.sleep(5);
      }
      assertThat(waiting.isDone()).isFalse();
      first.commit();

      waiting.get();
      if (!alone) {
        second.commit();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(database.query("SELECT pg_catalog.to_regclass('before') IS NOT NULL"))
        .hasToString("[[t]]");
  }

  @Test
  void anythingElseIsRefused(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled());
        Connection connection = engine.connect()) {
      DatabaseException refused =
          catchThrowableOfType(
              DatabaseException.class,
              () -> SharedObject.make(connection, "CREATE TABLE IF NOT EXISTS nowhere.t (id int)"));

      assertThat(refused.sqlState()).isEqualTo("3F000");
    }
  }
}
