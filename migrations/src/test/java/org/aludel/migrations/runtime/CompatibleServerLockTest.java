package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that says it is another; what it says is recorded, the server itself was not run. */
@PostgresTest(perMethod = true)
final class CompatibleServerLockTest {
  private static final Script SCRIPT =
      new Script().revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a");

  private static void says(TestDatabase database, String version) {
    database.run(
        """
        CREATE SCHEMA said;
        CREATE FUNCTION said.version() RETURNS text LANGUAGE sql AS $$ SELECT '%s' $$;
        DO $$ BEGIN EXECUTE format('ALTER DATABASE %%I SET search_path = said, pg_catalog, public',
          current_database()); END $$\
        """
            .formatted(version));
  }

  @ParameterizedTest
  @CsvSource({
    "CockroachDB, 'CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu, built 2024/05/15)'",
    "YugabyteDB, 'PostgreSQL 15.2-YB-2025.1.0.0-b168 on x86_64-pc-linux-gnu, 64-bit'"
  })
  void refusesToRunWhereALockWouldHoldNobody(
      String product, String version, TestDatabase database) {
    says(database, version);

    RevisionException thrown = refused(() -> SCRIPT.upgrade(database, "head"));

    assertThat(thrown.code()).isEqualTo(MigrationCode.UNSUPPORTED_DATABASE);
    assertThat(thrown).hasMessageContaining("\"" + product + "\"");
    assertThat(tables(database)).doesNotContain("a");
  }

  @Test
  void runsWhereItDoes(TestDatabase database) {
    says(database, "PostgreSQL 18.0 on x86_64-pc-linux-gnu, 64-bit");

    assertThat(SCRIPT.upgrade(database, "head").steps()).hasSize(1);
  }
}
