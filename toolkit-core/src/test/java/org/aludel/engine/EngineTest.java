package org.aludel.engine;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.error.AludelException;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.UsageException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class EngineTest {
  private static final String SECRET = "hunter2";
  private final TestDatabase database;

  EngineTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void emptyTable() {
    database.run("DROP TABLE IF EXISTS item; CREATE TABLE item (name text)");
  }

  private String address(String user, String password, String name) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(user, password, database.host(), database.port(), name);
  }

  private String address() {
    return address(database.user(), database.password(), database.name());
  }

  @Test
  void opensNothingBeforeTheFirstUse() {
    try (Engine engine = Engine.create("postgresql://localhost:1/nowhere")) {
      assertThat(engine.dialect().name()).isEqualTo("postgresql");
    }
  }

  @Test
  void connectsByEachFormOfAddress() {
    List<String> forms = List.of(address(), database.jdbcUrl());
    for (String form : forms) {
      try (Engine engine = Engine.create(form)) {
        assertThat(engine.execute("SELECT 1 AS one").get(0).get("one")).isEqualTo(1);
      }
    }
  }

  @Test
  void worksOverADataSourceAndLeavesItOpen() throws SQLException {
    DataSource source = database.dataSource();
    Engine engine = Engine.create(source);

    assertThat(engine.dialect().name()).isEqualTo("postgresql");
    engine.close();

    source.getConnection().close();
    assertThatThrownBy(engine::connect)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-ENGINE-CLOSED");
  }

  @Test
  void keepsConnectionsInAPoolAndNoneWithout() {
    try (Engine pooled = Engine.create(address());
        Engine plain = Engine.create(address(), EngineOptions.Builder::unpooled)) {
      assertThat(backend(pooled)).isEqualTo(backend(pooled));
      assertThat(backend(plain)).isNotEqualTo(backend(plain));
    }
  }

  private static Integer backend(Engine engine) {
    return engine.fromTransaction(
        connection -> connection.execute("SELECT pg_backend_pid()").scalars(Integer.class).one());
  }

  @Test
  void commitsABlockOrRollsItBack() {
    try (Engine engine = Engine.create(address())) {
      engine.inTransaction(connection -> connection.update("INSERT INTO item VALUES ('kept')"));
      Throwable failure =
          catchThrowable(
              () ->
                  engine.inTransaction(
                      connection -> {
                        connection.update("INSERT INTO item VALUES ('lost')");
                        throw new IOException("stop");
                      }));

      assertThat(failure).isInstanceOf(IOException.class);
      assertThat(database.query("SELECT name FROM item")).containsExactly(List.of("kept"));
    }
  }

  @Test
  void executesStraight() {
    try (Engine engine = Engine.create(address())) {
      assertThat(engine.update("INSERT INTO item VALUES (?), (?)", "a", "b")).isEqualTo(2);
      assertThat(engine.execute(text("DELETE FROM item WHERE name = ? RETURNING name", "a")))
          .hasSize(1);
      assertThat(database.query("SELECT name FROM item")).containsExactly(List.of("b"));
    }
  }

  @Test
  void saysWhichServerDoesNotAnswer() {
    AludelException failure = failure("postgresql://ada:" + SECRET + "@127.0.0.1:1/shop");

    assertThat(failure).isInstanceOf(ConnectionLost.class);
    assertThat(failure.code().id()).isEqualTo("ORM-ENGINE-CONNECTION-FAILED");
    assertThat(failure).hasMessageContaining("\"postgresql://ada:***@127.0.0.1:1/shop\"");
    assertThat(printed(failure)).doesNotContain(SECRET);
  }

  @Test
  void saysThatThePasswordIsWrongWithoutPrintingIt() {
    database.run("DROP ROLE IF EXISTS guarded; CREATE ROLE guarded LOGIN PASSWORD 'other'");
    AludelException failure = failure(address("guarded", SECRET, database.name()));

    assertThat(failure.code().id()).isEqualTo("ORM-ENGINE-AUTHENTICATION-FAILED");
    assertThat(printed(failure)).doesNotContain(SECRET);
  }

  @Test
  void repeatsNoPasswordHoweverItWasGiven() {
    database.run("DROP ROLE IF EXISTS guarded; CREATE ROLE guarded LOGIN PASSWORD 'other'");
    String place = database.host() + ":" + database.port() + "/" + database.name();

    for (String address :
        List.of(
            "postgresql://guarded:hun%25ter%202@" + place,
            "postgresql://guarded@" + place + "?password=hun%25ter%202",
            "jdbc:postgresql://" + place + "?user=guarded&password=hun%25ter%202")) {
      AludelException failure = failure(address);

      assertThat(failure.code().id()).isEqualTo("ORM-ENGINE-AUTHENTICATION-FAILED");
      assertThat(failure.problem().found()).contains("\"guarded\"");
      assertThat(failure.problem().expected()).isNotBlank();
      assertThat(failure.problem().fix()).isNotBlank();
      assertThat(printed(failure)).doesNotContain("hun%");
    }
  }

  @Test
  void saysThatTheDatabaseIsUnknown() {
    AludelException failure = failure(address(database.user(), database.password(), "no_such"));

    assertThat(failure.code().id()).isEqualTo("ORM-ENGINE-UNKNOWN-DATABASE");
    assertThat(failure).hasMessageContaining("no_such");
  }

  @Test
  void refusesAddressesThatItCannotReadOrServe() {
    assertThat(failure("mysql://u:" + SECRET + "@h/x").code().id())
        .isEqualTo("ORM-ENGINE-INVALID-URL");
    assertThat(failure("jdbc:mysql://u:" + SECRET + "@h/x").code().id())
        .isEqualTo("ORM-ENGINE-NO-DIALECT");
  }

  @Test
  void saysWhichDependencyBringsTheDriver() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:nosuch://u:" + SECRET + "@h/x");
    Dialect sqlite = DialectRegistry.load().named("sqlite").orElseThrow();
    DriverSource source = new DriverSource(url, EngineOptions.defaults(), sqlite);

    assertThatThrownBy(source::getConnection)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ORM-ENGINE-NO-DRIVER")
        .hasMessageContaining("org.xerial:sqlite-jdbc")
        .hasMessageNotContaining(SECRET);
  }

  private static AludelException failure(String address) {
    Throwable failure =
        catchThrowable(
            () -> {
              try (Engine engine = Engine.create(address)) {
                engine.connect().close();
              }
            });
    assertThat(failure).isInstanceOf(AludelException.class);
    assertThat(printed(failure)).doesNotContain(SECRET);
    return (AludelException) failure;
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void asksForThePasswordAtEachPhysicalConnection() {
    AtomicInteger asked = new AtomicInteger();
    Consumer<EngineOptions.Builder> options =
        builder ->
            builder
                .unpooled()
                .password(
                    () -> {
                      asked.incrementAndGet();
                      return database.password();
                    });
    try (Engine engine = Engine.create(address(database.user(), "x", database.name()), options)) {
      engine.connect().close();
      engine.connect().close();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void saysThatThePoolIsExhausted() {
    try (Engine engine =
            Engine.create(
                address(), options -> options.poolSize(1).poolTimeout(Duration.ofMillis(300)));
        Connection connection = engine.connect()) {
      connection.execute("SELECT 1").close();

      assertThatThrownBy(engine::connect)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("ORM-ENGINE-POOL-EXHAUSTED")
          .hasMessageContaining("1 of 1 are in use");
    }
  }

  @Test
  void givesConnectionsBackWithoutOpenTransactionOrAutocommit() {
    try (Engine engine = Engine.create(address(), options -> options.poolSize(1))) {
      try (Connection connection = engine.connectAutocommit()) {
        connection.update("INSERT INTO item VALUES ('at once')");
      }
      try (Connection connection = engine.connect()) {
        connection.update("INSERT INTO item VALUES ('forgotten')");
      }
      assertThat(engine.execute("SELECT name FROM item")).hasSize(1);
    }
  }

  @Test
  void tellsListenersWhatIsSent() {
    List<String> told = new ArrayList<>();
    ExecutionListener listener =
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            told.add(execution.sql() + " " + execution.bindTypes() + " " + execution.rowCount());
          }

          @Override
          public void transaction(String statement) {
            told.add(statement);
          }
        };
    try (Engine engine = Engine.create(address(), options -> options.listener(listener))) {
      engine.update("INSERT INTO item VALUES (?)", "a");
    }
    assertThat(told).containsExactly("BEGIN", "INSERT INTO item VALUES (?) [text] 1", "COMMIT");
  }
}
