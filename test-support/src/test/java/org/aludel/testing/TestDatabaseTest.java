package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
final class TestDatabaseTest {
  private final TestDatabase database;

  TestDatabaseTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void theUrlConnectsWithAndWithoutCredentials() throws SQLException {
    try (Connection plain = DriverManager.getConnection(database.jdbcUrl());
        Connection named =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      assertThat(plain.getCatalog()).isEqualTo(database.name()).isEqualTo(named.getCatalog());
    }
  }

  @Test
  void aFailingStatementIsNamedAndEarlierOnesStay() {
    assertThatThrownBy(() -> database.run("CREATE TABLE stays (a int); CREATE TABLE bad (x nope)"))
        .hasMessageContaining("type \"nope\" does not exist")
        .hasMessageContaining("in: CREATE TABLE bad (x nope)");

    assertThat(database.query("SELECT count(*) FROM stays")).containsExactly(List.of("0"));
  }

  @Test
  void nullsAreNull() {
    assertThat(database.query("SELECT NULL, 1")).containsExactly(Arrays.asList(null, "1"));
  }

  @Test
  void closingDropsTheDatabaseAndThoseMadeFromItDespiteConnections() throws SQLException {
    TestDatabase other = database.another();
    TestDatabase child = other.another();
    try (Connection open = child.open()) {
      assertThat(open.isValid(1)).isTrue();

      other.close();
    }

    assertThat(
            database.query(
                "SELECT datname FROM pg_database WHERE datname IN ('%s', '%s')"
                    .formatted(other.name(), child.name())))
        .isEmpty();
  }

  @Test
  void dumpIsThereExactlyWhenAProgramCanReadTheServer() {
    assertThat(database.dumpSchema().isPresent()).isEqualTo(SchemaDump.availableFor(database));
  }
}
