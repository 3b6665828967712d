package org.aludel.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.error.RevisionException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles belong to a server, and a schema names them. */
@PostgresTest
final class ScratchRolesTest {
  private static final List<ScratchScript> SCHEMA =
      List.of(
          new ScratchScript(
              "roles.sql",
              List.of(
                  "CREATE TABLE t (id integer); GRANT SELECT ON t TO scratch_reader;"
                      + "CREATE POLICY p ON t TO \"Scratch Owner\" USING (true);"
                      + "ALTER TABLE t OWNER TO \"Scratch Owner\"")));

  @Test
  void anEmbeddedServerBesideGetsTheRolesOfTheLiveOne(
      TestDatabase database, @TempDir Path directory) {
    database.run("CREATE ROLE scratch_reader; CREATE ROLE \"Scratch Owner\"");
    DatabaseUrl beside = DatabaseUrl.parse("jdbc:embedded:postgresql:" + directory);

    try (Engine live = Engine.create(database.jdbcUrl());
        ScratchDatabase scratch = ScratchServer.at(beside, live).create()) {
      new Normaliser("public").create(SCHEMA, scratch);

      try (Connection connection = scratch.engine().connect()) {
        assertThat(
                String.valueOf(
                    connection
                        .execute("SELECT tableowner::text FROM pg_tables WHERE tablename = 't'")
                        .one()
                        .get(0)))
            .isEqualTo("Scratch Owner");
      }
    } finally {
      database.run("DROP ROLE scratch_reader; DROP ROLE \"Scratch Owner\"");
    }
  }

  @Test
  void anyOtherServerIsLeftAloneAndTheRoleIsNamed(TestDatabase database) {
    try (Engine live = Engine.create(database.jdbcUrl());
        ScratchDatabase scratch = ScratchServer.of(live).create()) {
      assertThatThrownBy(() -> new Normaliser("public").create(SCHEMA, scratch))
          .isInstanceOf(RevisionException.class)
          .hasMessageContaining("ORM-MIG-SCRATCH-LACKS-ROLE")
          .hasMessageContaining("no role \"scratch_reader\"")
          .hasMessageContaining("CREATE ROLE scratch_reader NOLOGIN");
    }
  }
}
