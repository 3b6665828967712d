package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@PostgresTest
final class PostgresExtensionTest {
  private final TestDatabase database;

  PostgresExtensionTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void givesAnEmptyDatabase() {
    assertThat(
            database.query(
                "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
        .containsExactly(List.of("0"));
  }

  @Test
  void givesTheSameDatabaseToConstructorAndMethod(TestDatabase parameter) {
    assertThat(parameter).isSameAs(database);
  }

  @Test
  void runsManyStatements() {
    database.run(
        """
        CREATE SCHEMA many;
        CREATE FUNCTION many.one() RETURNS text LANGUAGE sql AS $body$ SELECT 'a;b'; $body$;
        CREATE FUNCTION many.two() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END;
        \\echo left out
        CREATE TABLE many.t (a text DEFAULT '{d ''x''}'); -- the end
        """);

    assertThat(database.query("SELECT many.one(), many.two(), count(*) FROM many.t"))
        .containsExactly(List.of("a;b", "2", "0"));
  }

  @Test
  void anotherDatabaseIsNewAndOnTheSameServer() {
    TestDatabase another = database.another();

    assertThat(another.name()).isNotEqualTo(database.name());
    assertThat(another.port()).isEqualTo(database.port());
    assertThat(another.query("SELECT current_database()")).containsExactly(List.of(another.name()));
  }

  @Nested
  class InNestedClasses {
    @Test
    void theDatabaseIsTheOuterOne(TestDatabase parameter) {
      assertThat(parameter).isSameAs(database);
    }
  }
}
