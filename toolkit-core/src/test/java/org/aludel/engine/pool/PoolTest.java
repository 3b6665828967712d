package org.aludel.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EngineOptions;
import org.aludel.error.ConnectionLost;
import org.aludel.error.UsageException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
final class PoolTest {
  private static final String KILL_OTHERS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE pid <> pg_backend_pid() AND datname = current_database()";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private final TestDatabase database;

  PoolTest(TestDatabase database) {
    this.database = database;
  }

  private Engine engine(UnaryOperator<PoolOptions> pool) {
    return Engine.create(database.jdbcUrl(), options -> options.pool(pool));
  }

  private static int backend(Connection connection) {
    Integer pid = connection.execute("SELECT pg_backend_pid()").scalar(Integer.class);
    return pid == null ? 0 : pid;
  }

  private int backends() {
    return Integer.parseInt(
        String.valueOf(
            database
                .query(
                    "SELECT count(*) FROM pg_stat_activity"
                        + " WHERE application_name = 'aludel' AND datname = current_database()")
                .get(0)
                .get(0)));
  }

  @Test
  void anExhaustedPoolSaysWhoHasItsConnections() throws Exception {
    try (Engine engine = engine(pool -> pool.withSize(2).withTimeout(Duration.ofMillis(300)));
        Connection mine = engine.connect()) {
      List<Connection> taken = new ArrayList<>();
      Thread other = new Thread(() -> taken.add(engine.connect()), "invoices");
      other.start();
      other.join();

      assertThatThrownBy(engine::connect)
          .hasMessageContaining("ORM-ENGINE-POOL-EXHAUSTED")
          .hasMessageContaining("2 of 2 are in use")
          .hasMessageContaining("thread \"" + Thread.currentThread().getName() + "\" for 0.")
          .hasMessageContaining("thread \"invoices\" for 0.");
      assertThat(mine.inTransaction()).isFalse();
      taken.get(0).close();
      engine.connect().close();
    }
  }

  @Test
  void anExhaustedPoolMayNameTheLineThatTookTheConnection() {
    try (Engine engine =
            engine(pool -> pool.withSize(1).withTimeout(Duration.ofMillis(300)).withPlaces());
        Connection taken = engine.connect()) {
      assertThatThrownBy(engine::connect)
          .hasMessageContaining("taken at " + PoolTest.class.getName());
      assertThat(taken.isAutocommit()).isFalse();
    }
  }

  @Test
  void oneLostConnectionEmptiesThePool() {
    try (Engine engine = engine(pool -> pool.withSize(3))) {
      Connection one = engine.connect();
      Connection two = engine.connect();
      Connection three = engine.connect();
      int second = backend(two);
      backend(one);
      two.close();
      database.run("SELECT pg_terminate_backend(" + backend(three) + ")");

      assertThatThrownBy(() -> three.execute("SELECT 1")).isInstanceOf(ConnectionLost.class);
      three.close();
      one.close();

      // Nobody killed the backend of the second, but it was as old as the one that was lost.
      try (Connection next = engine.connect();
          Connection after = engine.connect()) {
        assertThat(List.of(backend(next), backend(after))).doesNotContain(second);
      }
    }
  }

  @Test
  void idleConnectionsThatDiedAreReplacedBeforeTheyAreGivenOut() {
    try (Engine engine = engine(pool -> pool.withSize(2))) {
      try (Connection one = engine.connect();
          Connection two = engine.connect()) {
        backend(one);
        backend(two);
      }
      database.run(KILL_OTHERS);
      // HikariCP asks a connection that has rested for half a second whether it lives.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));

      for (int i = 0; i < 4; i++) {
        assertThat(engine.execute("SELECT 1")).hasSize(1);
      }
    }
  }

  @Test
  void aFreshlyUsedConnectionThatDiedFailsOnceAndNoMore() {
    try (Engine engine = engine(pool -> pool.withSize(4))) {
      List<Connection> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(engine.connect());
        backend(all.get(i));
      }
      all.forEach(Connection::close);
      database.run(KILL_OTHERS);

      int failures = 0;
      for (int i = 0; i < 8; i++) {
        failures += catchThrowable(() -> engine.execute("SELECT 1")) == null ? 0 : 1;
      }
      assertThat(failures).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void theFiguresReachThePool() {
    PoolOptions options =
        PoolOptions.defaults()
            .withSize(7)
            .withKept(3)
            .withTimeout(Duration.ofSeconds(4))
            .withRecycle(Duration.ofMinutes(5))
            .withIdleTimeout(Duration.ofMinutes(2))
            .withKeepalive(Duration.ofMinutes(1))
            .withLeakWarning(Duration.ofSeconds(9));
    HikariConfig figures = new PooledSource(database.dataSource(), options).configuration();

    assertThat(figures.getMaximumPoolSize()).isEqualTo(7);
    assertThat(figures.getMinimumIdle()).isEqualTo(3);
    assertThat(figures.getConnectionTimeout()).isEqualTo(4_000);
    assertThat(figures.getMaxLifetime()).isEqualTo(300_000);
    assertThat(figures.getIdleTimeout()).isEqualTo(120_000);
    assertThat(figures.getKeepaliveTime()).isEqualTo(60_000);
    assertThat(figures.getLeakDetectionThreshold()).isEqualTo(9_000);
  }

  @Test
  void noMoreAreOpenedThanAreNeededAndAllAreClosedAtTheEnd() {
    try (Engine engine = engine(pool -> pool.withSize(4))) {
      try (Connection one = engine.connect();
          Connection two = engine.connect()) {
        backend(one);
        backend(two);
        assertThat(backends()).isBetween(2, 3);
      }
    }
    awaitNoBackend();
  }

  private void awaitNoBackend() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (backends() > 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @Test
  void leaksAreNamedWhenTheEngineCloses() {
    Engine engine = Engine.create(database.dataSource(), EngineOptions.Builder::findLeaks);
    Connection forgotten = engine.connect();

    assertThatThrownBy(engine::close)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-ENGINE-LEAK")
        .hasMessageContaining("1 connections")
        .hasMessageContaining("taken at " + PoolTest.class.getName() + ".leaksAreNamed");
    forgotten.close();
  }

  @Test
  void whoGivesEverythingBackHearsNothing() {
    Engine engine = Engine.create(database.jdbcUrl(), EngineOptions.Builder::findLeaks);
    engine.execute("SELECT 1");
    engine.connect().close();

    engine.close();
  }

  @Test
  void optionsThatThePoolWouldChangeSilentlyAreRefused() {
    PoolOptions options = PoolOptions.defaults();

    assertThatThrownBy(() -> options.withSize(0)).hasMessageContaining("size 0");
    assertThatThrownBy(() -> options.withKept(11)).hasMessageContaining("1 to size, 10");
    assertThatThrownBy(() -> options.withRecycle(Duration.ofSeconds(5)))
        .hasMessageContaining("ORM-ENGINE-INVALID-OPTION")
        .hasMessageContaining("PT30S or more, or zero");
    assertThatThrownBy(() -> options.withTimeout(Duration.ofMillis(1)))
        .hasMessageContaining("timeout PT0.001S");
    assertThatThrownBy(() -> options.withKeepalive(Duration.ofHours(1)))
        .hasMessageContaining("less than recycle");
    assertThat(options.withRecycle(Duration.ZERO).withKeepalive(Duration.ofHours(1)).kept())
        .isEqualTo(1);
  }
}
