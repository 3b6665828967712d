package org.aludel.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.RevisionException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
final class ScratchServerTest {
  @Test
  void hasTheLiveDatabasesLocaleAndSettings(TestDatabase database) {
    database.run(
        "ALTER DATABASE \""
            + database.name()
            + "\" SET work_mem TO '7MB';"
            + "ALTER DATABASE \""
            + database.name()
            + "\" SET search_path TO \"$user\", public;");

    try (Engine live = Engine.create(database.jdbcUrl());
        ScratchDatabase scratch = ScratchServer.of(live).create();
        Connection connection = scratch.engine().connect()) {
      assertThat(String.valueOf(connection.execute("SHOW work_mem").one().get(0))).isEqualTo("7MB");
      assertThat(String.valueOf(connection.execute("SHOW search_path").one().get(0)))
          .isEqualTo("\"$user\", public");
      assertThat(locales(database, scratch.name())).hasSize(1);
    }
  }

  private static List<List<String>> locales(TestDatabase database, String scratch) {
    return database.query(
        "SELECT DISTINCT encoding, datcollate, datctype, datlocprovider FROM pg_database"
            + " WHERE datname IN ('"
            + scratch
            + "', current_database())");
  }

  @Test
  void isGoneAfterwards(TestDatabase database) {
    String name;
    try (Engine live = Engine.create(database.jdbcUrl());
        ScratchDatabase scratch = ScratchServer.of(live).create()) {
      name = scratch.name();
      assertThat(exists(database, name)).isTrue();
    }

    assertThat(exists(database, name)).isFalse();
  }

  @Test
  void dropsWhatDeadRunsLeftAndNothingElse(TestDatabase database) {
    long old = 1_000_000_000L;
    database.run("CREATE DATABASE aludel_scratch_" + old + "_abc");
    database.run("CREATE DATABASE aludel_scratch_mine");

    try (Engine live = Engine.create(database.jdbcUrl());
        ScratchDatabase used = ScratchServer.of(live).create()) {
      assertThat(exists(database, "aludel_scratch_" + old + "_abc")).isFalse();
      assertThat(ScratchServer.of(live).dropLeftovers()).isEmpty();
      assertThat(exists(database, used.name())).isTrue();
      assertThat(exists(database, "aludel_scratch_mine")).isTrue();
    }
    database.run("DROP DATABASE aludel_scratch_mine");
  }

  @Test
  void aLeftoverThatCannotBeDroppedHoldsUpNobodyAndSaysWhy(TestDatabase database) {
    String name = "aludel_scratch_1000000000_abd";
    database.run("CREATE DATABASE " + name + " IS_TEMPLATE true");

    try (Engine live = Engine.create(database.jdbcUrl());
        ScratchDatabase scratch = ScratchServer.of(live).create()) {
      assertThat(exists(database, scratch.name())).isTrue();
      assertThatThrownBy(() -> ScratchServer.of(live).dropLeftover(name))
          .hasMessageContaining("ORM-MIG-SCRATCH-FAILED")
          .hasMessageContaining("cannot drop a template database");
    } finally {
      database.run("ALTER DATABASE " + name + " IS_TEMPLATE false; DROP DATABASE " + name);
    }
  }

  @Test
  void saysWhyNoneCanBeMade(TestDatabase database) {
    database.run("CREATE ROLE scratch_nobody LOGIN PASSWORD 'x'");
    String role = "scratch_nobody";
    try (Engine live =
        Engine.create(
            "postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
            options -> options.user(role).password("x"))) {
      ScratchServer server = ScratchServer.of(live);

      assertThat(server.obstacle()).hasValueSatisfying(text -> assertThat(text).contains(role));
      assertThatThrownBy(server::create)
          .isInstanceOf(RevisionException.class)
          .hasMessageContaining("ORM-MIG-SCRATCH-FAILED")
          .hasMessageContaining("CREATEDB");
    } finally {
      database.run("DROP ROLE scratch_nobody");
    }
  }

  private static boolean exists(TestDatabase database, String name) {
    return !database.query("SELECT FROM pg_database WHERE datname = '" + name + "'").isEmpty();
  }
}
