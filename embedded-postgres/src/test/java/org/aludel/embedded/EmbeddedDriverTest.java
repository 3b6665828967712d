package org.aludel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

// One directory for all tests: making the first database takes longest.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedDriverTest {
  private final Path folder;

  EmbeddedDriverTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createTempDirectory(folder, "test");
  }

  private ServerDirectory directory() {
    return new ServerDirectory(folder.resolve("db"));
  }

  @Test
  void connectsToTheDefaultDatabaseAsSuperuser() throws SQLException {
    try (Connection connection = DriverManager.getConnection(directory().url())) {
      assertThat(ServerDirectory.value(connection, "SELECT current_database()"))
          .isEqualTo("aludel");
      assertThat(ServerDirectory.value(connection, "SELECT current_user")).isEqualTo("postgres");
    }
  }

  @Test
  void createsTheDatabaseThatTheUrlNames() throws SQLException {
    String url = directory().url() + "&database=my%20%22shop%22";

    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(ServerDirectory.value(connection, "SELECT current_database()"))
          .isEqualTo("my \"shop\"");
    }
  }

  @Test
  void lastConnectionStopsTheServerAndTheNextOneFindsTheData() throws Exception {
    ServerDirectory directory = directory();
    Connection first = DriverManager.getConnection(directory.url());
    Connection second = DriverManager.getConnection(directory.url());
    ProcessHandle process = directory.process();
    ServerDirectory.run(first, "CREATE TABLE kept AS SELECT 42 AS answer");

    first.close();
    assertThat(process.isAlive()).isTrue();
    second.close();
    second.close();
    directory.assertStopped(process);

    try (Connection again = DriverManager.getConnection(directory.url())) {
      assertThat(ServerDirectory.value(again, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void noticesAConnectionThatWasClosedByWayOfItsStatement() throws Exception {
    ServerDirectory directory = directory();
    Connection first = DriverManager.getConnection(directory.url());
    Connection second = DriverManager.getConnection(directory.url());
    ProcessHandle process = directory.process();

    first.createStatement().getConnection().close();
    second.close();

    directory.assertStopped(process);
  }

  @Test
  void manyThreadsShareOneServer() throws Exception {
    ServerDirectory directory = directory();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> ports = new ArrayList<>();
      try (Connection first = DriverManager.getConnection(directory.url())) {
        for (int thread = 0; thread < 8; thread++) {
          ports.add(threads.submit(() -> portOf(directory)));
        }
        String port = ServerDirectory.value(first, "SHOW port");
        for (Future<String> other : ports) {
          assertThat(other.get()).isEqualTo(port);
        }
      }
      assertThat(directory.runs()).isFalse();
    } finally {
      threads.shutdown();
    }
  }

  private static String portOf(ServerDirectory directory) throws SQLException {
    try (Connection connection = DriverManager.getConnection(directory.url())) {
      return ServerDirectory.value(connection, "SHOW port");
    }
  }

  @Test
  void isDurableUnlessToldOtherwise() throws SQLException {
    String url = EmbeddedUrl.PREFIX + folder.resolve("durable");

    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(ServerDirectory.value(connection, "SHOW fsync")).isEqualTo("on");
      assertThat(ServerDirectory.value(connection, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ServerDirectory.value(connection, "SHOW full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void refusesToJoinALessDurableServer() throws Exception {
    ServerDirectory directory = directory();
    try (Connection fast = DriverManager.getConnection(directory.url())) {
      assertThat(ServerDirectory.value(fast, "SHOW fsync")).isEqualTo("off");

      assertThatThrownBy(() -> EmbeddedPostgres.start(directory.path()))
          .isInstanceOf(SQLException.class)
          .hasMessageStartingWith("ORM-EMBEDDED-NOT-DURABLE: cannot join the server in")
          .hasMessageContaining("Fix:      end the other process first");
      assertThat(ServerDirectory.value(fast, "SELECT 1")).isEqualTo("1");
    }
    assertThat(directory.runs()).isFalse();
  }

  @Test
  void listensOnLoopbackOnlyAndAsksForThePassword() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(directory().path(), EmbeddedPostgres.Options.ofNotDurable())) {
      Properties wrong = new Properties();
      wrong.put("user", "postgres");
      wrong.put("password", "guess");
      String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";

      assertThatThrownBy(() -> DriverManager.getConnection(url, wrong))
          .isInstanceOf(SQLException.class)
          .hasFieldOrPropertyWithValue("SQLState", "28P01");
      try (Connection connection = DriverManager.getConnection(server.jdbcUrl("shop"))) {
        assertThat(ServerDirectory.value(connection, "SHOW listen_addresses"))
            .isEqualTo("127.0.0.1");
        assertThat(ServerDirectory.value(connection, "SHOW server_version"))
            .isEqualTo(server.version());
      }
    }
    assertThat(Files.getPosixFilePermissions(directory().path().resolve("password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void sortsTextTheSameWayOnEveryMachine() throws SQLException {
    try (Connection connection = DriverManager.getConnection(directory().url())) {
      assertThat(
              ServerDirectory.value(
                  connection,
                  "SELECT pg_encoding_to_char(encoding)::text || ' ' || datlocprovider::text || ' ' || datlocale"
                      + " FROM pg_database WHERE datname = current_database()"))
          .isEqualTo("UTF8 b C.UTF-8");
      assertThat(ServerDirectory.value(connection, "SELECT upper('ä')")).isEqualTo("Ä");
    }
  }

  @Test
  void passesParametersOfThePostgresDriverOn() throws SQLException {
    String url = directory().url() + "&ApplicationName=from%20url";

    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(ServerDirectory.value(connection, "SHOW application_name")).isEqualTo("from url");
    }
  }

  @Test
  void connectsAsAnotherUserWithItsOwnPassword() throws SQLException {
    try (Connection connection = DriverManager.getConnection(directory().url())) {
      ServerDirectory.run(connection, "CREATE ROLE clerk LOGIN PASSWORD 'secret'");

      try (Connection clerk = DriverManager.getConnection(directory().url(), "clerk", "secret")) {
        assertThat(ServerDirectory.value(clerk, "SELECT current_user")).isEqualTo("clerk");
      }
    }
  }

  @Test
  void failedLoginOfTheOnlyUserLeavesNoServer() throws Exception {
    assertThatThrownBy(() -> DriverManager.getConnection(directory().url(), "nobody_here", "x"))
        .isInstanceOf(SQLException.class);

    assertThat(directory().runs()).isFalse();
  }

  @Test
  void connectionUnwrapsToTheDriversOwn() throws SQLException {
    try (Connection connection = DriverManager.getConnection(directory().url())) {
      assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
      assertThat(connection).isInstanceOf(PGConnection.class).isEqualTo(connection);
    }
  }

  @Test
  void leavesOtherUrlsToOtherDrivers() throws SQLException {
    EmbeddedDriver driver = new EmbeddedDriver();

    assertThat(driver.acceptsURL("jdbc:postgresql://localhost/x")).isFalse();
    assertThat(driver.connect("jdbc:postgresql://localhost/x", new Properties())).isNull();
  }

  @Test
  void servesADirectoryWhoseNameWouldMeanSomethingToAShell() throws Exception {
    ServerDirectory odd = new ServerDirectory(folder.resolve("a b'c\"$HOME`id`;&ü"));
    String url = EmbeddedUrl.PREFIX + odd.path().toString().replace("&", "%26") + "?durable=false";

    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(ServerDirectory.value(connection, "SELECT 1")).isEqualTo("1");
      assertThat(odd.runs()).isTrue();
    }
    assertThat(odd.runs()).isFalse();
  }
}
