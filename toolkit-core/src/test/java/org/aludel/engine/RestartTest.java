package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.engine.pool.PoolOptions;
import org.aludel.engine.pool.PooledSource;
import org.aludel.error.AludelException;
import org.aludel.error.ConnectionLost;
import org.aludel.testing.MortalServer;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that dies and comes back, at another port, as a failover would have it. */
final class RestartTest {
  private static final int SIZE = 5;

  /** Whatever the address is at the moment. */
  private static final class Moving extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private final transient Supplier<String> address;

    Moving(Supplier<String> address) {
      this.address = address;
    }

    @Override
    public java.sql.Connection getConnection() throws SQLException {
      return DriverManager.getConnection(address.get());
    }
  }

  @Test
  void aServerThatCameBackIsReachedByTheSamePool() {
    try (MortalServer server = MortalServer.start();
        TestDatabase database = server.create("restart");
        PooledSource pool =
            new PooledSource(
                new Moving(database::jdbcUrl), PoolOptions.defaults().withSize(SIZE))) {
      Database engine = new Database("restart", null, pool, new CompiledCache(10), null);
      ConnectionSetting setting =
          new ConnectionSetting(
              false, ExecutionOptions.NONE, false, CartesianPolicy.WARN, List.of());
      fill(engine, setting);
      Connection inUse = engine.connect(setting);
      inUse.execute("SELECT 1").close();

      server.kill();
      assertThatThrownBy(() -> inUse.execute("SELECT 2"))
          .isInstanceOf(ConnectionLost.class)
          .hasMessageContaining("ORM-ENGINE-CONNECTION-LOST");
      inUse.close();
      server.revive();

      int failures = 0;
      for (int i = 0; i < 2 * SIZE; i++) {
        failures += fails(engine, setting) ? 1 : 0;
      }
      assertThat(failures).isZero();
    }
  }

  private static void fill(Database engine, ConnectionSetting setting) {
    List<Connection> all = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      Connection connection = engine.connect(setting);
      connection.execute("SELECT 1").close();
      all.add(connection);
    }
    all.forEach(Connection::close);
  }

  private static boolean fails(Database engine, ConnectionSetting setting) {
    try (Connection connection = engine.connect(setting)) {
      connection.execute("SELECT 1").close();
      return false;
    } catch (AludelException failure) {
      return true;
    }
  }

  @Test
  void aFirstLookThatFailedIsTakenAgain() {
    try (MortalServer server = MortalServer.start();
        TestDatabase database = server.create("first")) {
      try (Engine engine = Engine.create(new Moving(database::jdbcUrl))) {
        server.kill();
        assertThatThrownBy(engine::dialect).hasMessageContaining("ORM-ENGINE-CONNECTION-FAILED");
        server.revive();

        assertThat(engine.dialect().name()).isEqualTo("postgresql");
      }
    }
  }
}
