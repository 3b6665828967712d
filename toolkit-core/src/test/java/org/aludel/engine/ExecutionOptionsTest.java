package org.aludel.engine;

import static org.aludel.dialect.Isolation.READ_COMMITTED;
import static org.aludel.dialect.Isolation.REPEATABLE_READ;
import static org.aludel.dialect.Isolation.SERIALIZABLE;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.engine.option.Option;
import org.aludel.error.UsageException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class ExecutionOptionsTest {
  private static final Option<String> TENANT = Option.of("tenant", "none");
  private static final String LEVEL = "SHOW transaction_isolation";
  private final Engine engine;

  ExecutionOptionsTest(TestDatabase database) {
    this.engine = Engine.create(database.jdbcUrl(), options -> options.poolSize(2));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static String show(Connection connection, String sql) {
    return String.valueOf(connection.execute(sql).scalar(String.class));
  }

  @Test
  void whatIsNearerToTheStatementWins() {
    List<String> told = new ArrayList<>();
    ExecutionListener listener =
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            ExecutionOptions options = execution.options();
            told.add(options.get(TENANT) + " " + options.label() + " " + options.timeout());
          }
        };
    Engine labelled =
        engine.withListener(listener).withOptions(o -> o.label("engine").with(TENANT, "acme"));
    try (Connection connection = labelled.connect()) {
      connection.execute(text("SELECT 1"));
      connection.options(o -> o.label("connection"));
      connection.execute(text("SELECT 1"));
      connection.execute(text("SELECT 1"), o -> o.label("own").timeout(Duration.ofSeconds(3)));
      connection.execute(text("SELECT 1"));
    }

    assertThat(told)
        .containsExactly(
            "acme engine PT0S", "acme connection PT0S", "acme own PT3S", "acme connection PT0S");
    assertThat(engine.executionOptions().get(TENANT)).isEqualTo("none");
  }

  @Test
  void isolationIsOfTheEngineTheConnectionOrOneTransaction() {
    Engine careful = engine.withOptions(options -> options.isolation(REPEATABLE_READ));
    try (Connection connection = careful.connect()) {
      assertThat(show(connection, LEVEL)).isEqualTo("repeatable read");
      connection.commit();
      connection.options(options -> options.isolation(SERIALIZABLE));
      assertThat(show(connection, LEVEL)).isEqualTo("serializable");
      connection.commit();
      try (Transaction transaction = connection.begin(o -> o.isolation(READ_COMMITTED))) {
        assertThat(show(connection, LEVEL)).isEqualTo("read committed");
        transaction.commit();
      }
      assertThat(show(connection, LEVEL)).isEqualTo("serializable");
    }
    try (Connection connection = engine.connect()) {
      assertThat(show(connection, LEVEL)).isEqualTo("read committed");
    }
  }

  @Test
  void readOnlyAndDeferrableAreToldToEachTransaction() {
    Engine report =
        engine.withOptions(o -> o.isolation(SERIALIZABLE).readOnly(true).deferrable(true));
    try (Connection connection = report.connect()) {
      for (int i = 0; i < 2; i++) {
        assertThat(show(connection, "SHOW transaction_read_only")).isEqualTo("on");
        assertThat(show(connection, "SHOW transaction_deferrable")).isEqualTo("on");
        connection.commit();
      }
    }
  }

  @Test
  void theModesAreTheFirstStatementOfTheTransaction() {
    List<String> told = new ArrayList<>();
    Engine recorded = engine.withListener(new Told(told));
    try (Connection connection =
        recorded.withOptions(o -> o.isolation(SERIALIZABLE).readOnly(true)).connect()) {
      connection.execute("SELECT 1");
      connection.commit();
    }
    assertThat(told)
        .containsExactly(
            "BEGIN",
            "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY",
            "SELECT 1",
            "COMMIT");
  }

  private record Told(List<String> told) implements ExecutionListener {
    @Override
    public void executed(Execution execution) {
      told.add(execution.sql());
    }

    @Override
    public void transaction(String statement) {
      told.add(statement);
    }
  }

  @Test
  void isolationIsNotChangedInMidTransaction() {
    try (Connection connection = engine.connect()) {
      connection.execute("SELECT 1");

      assertThatThrownBy(() -> connection.options(o -> o.isolation(SERIALIZABLE)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-ENGINE-WRONG-STATE")
          .hasMessageContaining("a transaction that has begun");
      assertThatThrownBy(() -> connection.execute(text("SELECT 1"), o -> o.isolation(SERIALIZABLE)))
          .hasMessageContaining("an option of transactions");
      connection.rollback();
      connection.options(o -> o.isolation(SERIALIZABLE));
      assertThat(show(connection, LEVEL)).isEqualTo("serializable");
    }
  }

  @Test
  void clonesShareThePoolAndTheCache() {
    Engine clone = engine.withOptions(options -> options.label("clone"));
    String backend;
    try (Connection first = engine.connect()) {
      backend = show(first, "SELECT pg_backend_pid()::text");
    }
    try (Connection second = clone.connect()) {
      assertThat(show(second, "SELECT pg_backend_pid()::text")).isEqualTo(backend);
    }

    clone.close();
    assertThat(engine.execute("SELECT 1")).hasSize(1);
  }

  @Test
  void anEngineMayCommitEachStatementByItself() {
    Engine loose = engine.withOptions(options -> options.autocommit(true));
    loose.update("CREATE TABLE loose (id int)");

    loose.update("VACUUM loose");
    assertThat(loose.execute("SELECT count(*) FROM loose")).hasSize(1);
    assertThatThrownBy(
            () ->
                loose.inTransaction(
                    connection -> {
                      connection.update("INSERT INTO loose VALUES (1)");
                      throw new IllegalStateException("undo");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(loose.execute("SELECT * FROM loose")).isEmpty();
  }

  @Test
  void aBlockMayCommitEachStatementByItself() {
    try (Connection connection = engine.connect()) {
      connection.update("CREATE TABLE block (id int)");
      assertThatThrownBy(() -> connection.inAutocommit(c -> c.update("VACUUM block")))
          .hasMessageContaining("a transaction that has begun");
      connection.commit();

      connection.inAutocommit(c -> c.update("VACUUM block"));
      assertThat(connection.isAutocommit()).isFalse();
      connection.update("INSERT INTO block VALUES (1)");
      connection.rollback();
      assertThat(connection.execute("SELECT * FROM block").all()).isEmpty();
    }
  }

  @Test
  void modesOnAnAutocommitConnectionAreRefused() {
    try (Connection connection =
        engine.withOptions(options -> options.readOnly(true)).connectAutocommit()) {
      assertThatThrownBy(() -> connection.execute("SELECT 1"))
          .hasMessageContaining("cannot run a statement READ ONLY")
          .hasMessageContaining("an autocommit connection");
    }
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ExecutionOptions.NONE.fetchSize(-1))
        .hasMessageContaining("ORM-ENGINE-INVALID-OPTION");
    assertThatThrownBy(() -> ExecutionOptions.NONE.timeout(Duration.ofSeconds(-1)))
        .hasMessageContaining("ORM-ENGINE-INVALID-OPTION");
  }
}
