package org.aludel.dialect.postgresql;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.aludel.dialect.Capability;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.sql.Shop;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Servers known by what they say of themselves; the texts are recorded, the servers were not run.
 */
@PostgresTest(perMethod = true)
final class CompatibleServerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PostgreSQL 18.0 on x86_64-pc-linux-gnu, compiled by gcc 13.2.0, 64-bit | false | PostgreSQL
          PostgreSQL 16.4 (Ubuntu 16.4-1) on x86_64-pc-linux-gnu, 64-bit | true | Citus
          PostgreSQL 11.2-YB-2.0.0.0-b0 on x86_64-pc-linux-gnu, compiled by gcc | false | YugabyteDB
          PostgreSQL 15.2-YB-2025.1.0.0-b168 on x86_64-pc-linux-gnu, 64-bit | false | YugabyteDB
          CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu, built 2024/05/15) | false | CockroachDB
          CockroachDB OSS v20.1.0 (x86_64-apple-darwin14, built 2020/05/05) | false | CockroachDB
          """)
  void aServerIsKnownByItsVersionOrItsExtension(String version, boolean citus, String product) {
    Dialect dialect = new PostgresServer(version, citus).dialect();

    assertThat(dialect.product()).isEqualTo(product);
    assertThat(dialect.name()).isEqualTo("postgresql");
  }

  @Test
  void switchesOffWhatEachOfThemLacks() {
    assertThat(missing(new PostgresDialect())).isEmpty();
    assertThat(missing(new CitusDialect()))
        .containsExactlyInAnyOrder(Capability.NUMBERED_RETURNING, Capability.KEY_ORDER);
    assertThat(missing(new YugabyteDialect()))
        .isEqualTo(missing(new CockroachDialect()))
        .containsExactlyInAnyOrder(
            Capability.NUMBERED_RETURNING,
            Capability.KEY_ORDER,
            Capability.ADVISORY_LOCKS,
            Capability.TRANSACTIONAL_DDL);
  }

  private static Set<Capability> missing(Dialect dialect) {
    EnumSet<Capability> all = EnumSet.allOf(Capability.class);
    all.removeAll(dialect.capabilities());
    return all;
  }

  @Test
  void asksOnceForEachEngineAndLeavesNoTransaction(TestDatabase database) {
    StatementRecorder recorder = new StatementRecorder();
    try (Engine engine = Engine.create(recorder.wrap(database.dataSource()))) {
      engine.execute("SELECT 1");
      try (Connection connection = engine.connect()) {
        assertThat(connection.inTransaction()).isFalse();
        connection.execute("SELECT 2").close();
      }

      assertThat(engine.dialect().product()).isEqualTo("PostgreSQL");
      assertThat(recorder.sql()).filteredOn(one -> one.contains("'citus'")).hasSize(1);
    }
  }

  /** The row is what the extension leaves in the catalogue; its code is not needed to be seen. */
  @Test
  void findsTheExtensionInTheCatalogue(TestDatabase database) {
    database.run(
        """
        INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
        SELECT 99999, 'citus', extowner, extnamespace, false, '12.1-1' FROM pg_extension LIMIT 1
        """);
    try (Engine engine = Engine.create(database.dataSource());
        Connection connection = engine.connect()) {
      assertThat(connection.dialect().product()).isEqualTo("Citus");
      assertThat(connection.execute("SELECT 1").scalar(Integer.class)).isEqualTo(1);
    }
  }

  @Test
  void readsNoCatalogueThatOnlyResemblesItsOwn() {
    Dialect cockroach = new CockroachDialect();

    assertThatThrownBy(cockroach::catalogReader)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ORM-ENGINE-UNSUPPORTED-SERVER")
        .hasMessageContaining("CockroachDB");
    assertThat(cockroach.compile(select(Shop.USER_ID)).sql())
        .isEqualTo("SELECT user_account.id FROM user_account");
  }
}
