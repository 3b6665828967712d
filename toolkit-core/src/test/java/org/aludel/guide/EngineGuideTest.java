package org.aludel.guide;

import static org.aludel.dialect.Isolation.REPEATABLE_READ;
import static org.aludel.dialect.Isolation.SERIALIZABLE;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.engine.Transaction;
import org.aludel.engine.retry.Retry;
import org.aludel.engine.setting.EngineSettings;
import org.aludel.error.database.ForeignKeyViolation;
import org.aludel.error.database.UniqueViolation;
import org.aludel.sql.Row;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The code of docs/guide.md on engines, which {@link GuidePageTest} holds to be what stands here.
 */
@PostgresTest
final class EngineGuideTest {
  private final TestDatabase database;

  EngineGuideTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    database.run(
        """
        DROP TABLE IF EXISTS account;
        CREATE TABLE account (id int PRIMARY KEY, owner text, amount int);
        INSERT INTO account VALUES (1, 'ada', 10), (2, 'bob', 10);
        """);
  }

  @Test
  void engines() {
    String address = database.jdbcUrl();
    // guide: engine
    try (Engine engine =
        Engine.create(
            address,
            options ->
                options
                    .pool(pool -> pool.withSize(20).withKept(5).withRecycle(Duration.ofMinutes(15)))
                    .execution(each -> each.timeout(Duration.ofSeconds(30)))
                    .loggerName("orders"))) {
      Engine reports = engine.withOptions(each -> each.readOnly(true).isolation(REPEATABLE_READ));
      List<Row> rows = reports.execute("SELECT sum(amount) FROM account");
      // end
      assertThat(rows).hasSize(1);
    }
  }

  @Test
  void settings() {
    Properties properties = new Properties();
    properties.setProperty("shop.db.url", database.jdbcUrl());
    properties.setProperty("shop.db.pool-size", "3");
    // guide: settings
    // shop.db.url=postgresql://localhost/shop
    // shop.db.pool-size=20
    // shop.db.statement-timeout=30s
    // shop.db.property.sslmode=require
    try (Engine engine = EngineSettings.of(properties, "shop.db.").createEngine()) {
      // end
      assertThat(engine.options().pool().size()).isEqualTo(3);
      assertThat(engine.execute("SELECT 1")).hasSize(1);
    }
  }

  @Test
  void transactions() {
    try (Engine engine = Engine.create(database.dataSource())) {
      // guide: isolation
      try (Connection connection = engine.connect()) {
        try (Transaction transaction = connection.begin(each -> each.isolation(SERIALIZABLE))) {
          connection.update("UPDATE account SET amount = amount - ? WHERE id = ?", 5, 1);
          transaction.commit();
        }
        connection.inAutocommit(each -> each.update("VACUUM account"));
      }
      // end
      // guide: retry
      Engine careful = engine.withOptions(each -> each.isolation(SERIALIZABLE));
      Retry.attempts(5)
          .inTransaction(
              careful,
              connection -> {
                connection.update("UPDATE account SET amount = amount - ? WHERE id = ?", 5, 1);
                connection.update("UPDATE account SET amount = amount + ? WHERE id = ?", 5, 2);
              });
      // end
    }
    assertThat(database.query("SELECT amount FROM account ORDER BY id"))
        .containsExactly(List.of("0"), List.of("15"));
  }

  @Test
  void streams() {
    try (Engine engine = Engine.create(database.dataSource());
        Connection connection = engine.connect()) {
      // guide: stream
      try (Stream<Row> rows =
          connection
              .execute(text("SELECT * FROM account"), each -> each.growingFetch(1_000))
              .stream()) {
        assertThat(rows.filter(row -> "ada".equals(row.get("owner"))).count()).isEqualTo(1);
      }
      for (List<Row> part :
          connection
              .execute(text("SELECT * FROM account"), each -> each.fetchSize(500))
              .partitions(500)) {
        assertThat(part).hasSize(2);
      }
      // end
    }
  }

  @Test
  void errors() {
    try (Engine engine = Engine.create(database.dataSource())) {
      String said = "";
      // guide: violations
      try {
        engine.update("INSERT INTO account VALUES (?, ?, ?)", 1, "eve", 0);
      } catch (UniqueViolation taken) {
        said = taken.rule().table() + " has such a " + taken.rule().columns();
      } catch (ForeignKeyViolation missing) {
        said = "nothing to refer to: " + missing.rule().constraint();
      }
      // end
      assertThat(said).isEqualTo("account has such a [id]");
    }
  }

  // guide: counters
  /** Counts statements and their time by the label that the program gave them. */
  record Counters(Map<String, LongAdder> statements, Map<String, LongAdder> micros)
      implements ExecutionListener {
    @Override
    public void executed(Execution execution) {
      String label = execution.options().label();
      statements.computeIfAbsent(label, each -> new LongAdder()).increment();
      micros
          .computeIfAbsent(label, each -> new LongAdder())
          .add(execution.elapsed().toNanos() / 1_000);
    }
  }

  // end

  @Test
  void counters() {
    Counters counters = new Counters(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    try (Engine engine =
        Engine.create(database.dataSource(), options -> options.listener(counters))) {
      Engine checkout = engine.withOptions(each -> each.label("checkout"));
      checkout.execute("SELECT 1");
      checkout.execute("SELECT 2");
      engine.execute("SELECT 3");
    }
    assertThat(counters.statements().get("checkout").sum()).isEqualTo(2);
    assertThat(counters.micros().get("checkout").sum()).isPositive();
  }
}
