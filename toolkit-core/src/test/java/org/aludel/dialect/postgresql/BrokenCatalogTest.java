package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.QueryTimeout;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogues that cannot be read, or not now: a coded message, and never a part of the answer. */
@Tag("servers")
@PostgresTest(perMethod = true)
class BrokenCatalogTest {
  private static final ReflectOptions PUBLIC = ReflectOptions.of("public");
  private static final AtomicInteger ROLES = new AtomicInteger();

  /** What a reading executes: its fifteen queries after the beginning of its transaction. */
  private static final int EXECUTIONS = 15;

  private static final String SHOP =
      """
      CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
      CREATE TABLE first (id int PRIMARY KEY, up int DEFAULT 7);
      CREATE TABLE t (id int PRIMARY KEY, other int REFERENCES first, x int DEFAULT 1 + 2,
        CHECK (x > 0), EXCLUDE USING btree (x WITH =));
      CREATE INDEX ON t (abs(x)) WHERE id > 5;
      CREATE VIEW v AS SELECT id FROM t;
      CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION
        suppress_redundant_updates_trigger();
      """;

  private static MetaData read(Connection connection) {
    return new PostgresCatalogReader().read(connection, PUBLIC);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void forgetFunction(TestDatabase database) {
    database.run("SET allow_system_table_mods = on; DELETE FROM pg_proc WHERE proname = 'f'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view v: CREATE VIEW v AS SELECT f(id) FROM t",
        "default value for column y of table t: ALTER TABLE t ADD y int DEFAULT f(1)",
        "constraint c on table t: ALTER TABLE t ADD CONSTRAINT c CHECK (f(id) > 0)",
        "index i: CREATE INDEX i ON t (f(id))",
        "policy p on table t: CREATE POLICY p ON t USING (f(id) > 0)",
        "rule r on table t: CREATE RULE r AS ON UPDATE TO t WHERE f(new.id) > 0 DO INSTEAD NOTHING"
      })
  void whatNeedsAFunctionThatIsGoneIsNamed(String broken, TestDatabase database) {
    database.run(
        "CREATE FUNCTION f(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 1; END';"
            + " CREATE TABLE t (id int); "
            + broken.split(": ", 2)[1]);
    assertThat(Reflection.of(database).tables()).hasSize(1);

    forgetFunction(database);

    assertThatThrownBy(() -> Reflection.of(database))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("ORM-ENGINE-CATALOG-BROKEN: cannot read the ")
        .hasMessageContaining("of database \"" + database.name() + "\"")
        .hasMessageContaining(
            "of: " + broken.split(": ", 2)[0] + ": ERROR: cache lookup failed for function")
        .hasMessageContaining("Fix:      drop the object")
        .hasMessageContaining("docs/errors.md");
  }

  @Test
  void manyBrokenViewsAreNamedAmongManyWholeOnes(TestDatabase database) {
    StringBuilder sql =
        new StringBuilder("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN END';");
    for (int i = 0; i < 200; i++) {
      sql.append("CREATE VIEW v%d AS SELECT %s;".formatted(i, i % 60 == 7 ? "f()" : "1"));
    }
    database.run(sql.toString());
    forgetFunction(database);

    assertThatThrownBy(() -> Reflection.of(database))
        .hasMessageContainingAll(
            "of: view v7:", "of: view v67:", "of: view v127:", "of: view v187:");
  }

  @Test
  void inTheCallersTransactionTheFailureIsCodedAndNothingMoreIsAsked(TestDatabase database)
      throws SQLException {
    database.run(
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN END'; CREATE VIEW v AS SELECT f()");
    forgetFunction(database);
    StatementRecorder recorder = new StatementRecorder();
    try (Connection connection = recorder.wrap(database.open())) {
      connection.setAutoCommit(false);

      assertThatThrownBy(() -> read(connection))
          .hasMessageStartingWith("ORM-ENGINE-CATALOG-BROKEN: cannot read the tables and views");
      assertThat(recorder.count()).isLessThanOrEqualTo(EXECUTIONS);
      connection.rollback();
    }
  }

  @Test
  void aDefaultSchemaThatTheRoleMayNotUseIsRefused(TestDatabase database) throws SQLException {
    database.run("CREATE TABLE t (x int); REVOKE ALL ON SCHEMA public FROM PUBLIC");

    try (Role role = new Role(database);
        Connection connection = role.open()) {
      assertThatThrownBy(() -> read(connection))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContainingAll(
              "ORM-ENGINE-PERMISSION: cannot read the default schema \"public\"",
              "Found:    that role \"" + role.name + "\" has no USAGE on it",
              "GRANT USAGE ON SCHEMA public TO " + role.name);
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void aRoleWithoutPrivilegesReadsOtherSchemasAsTheSuperuserDoes(TestDatabase database)
      throws SQLException {
    database.run(
        SHOP
            + "CREATE SCHEMA closed; CREATE TYPE closed.mood AS ENUM ('a');"
            + " CREATE TABLE closed.t (x serial, m closed.mood DEFAULT 'a', y text COLLATE \"C\");"
            + " CREATE PUBLICATION p; CREATE FOREIGN DATA WRAPPER w;"
            + " CREATE SERVER s FOREIGN DATA WRAPPER w; REVOKE ALL ON closed.t, t FROM PUBLIC");

    try (Role role = new Role(database);
        Connection connection = role.open()) {
      assertThat(read(connection)).isEqualTo(Reflection.of(database));
    }
  }

  @Test
  void aCatalogueThatTheRoleMayNotReadIsNamed(TestDatabase database) throws SQLException {
    database.run("REVOKE SELECT ON pg_catalog.pg_constraint FROM PUBLIC");

    try (Role role = new Role(database);
        Connection connection = role.open()) {
      assertThatThrownBy(() -> read(connection))
          .hasMessageStartingWith("ORM-ENGINE-PERMISSION: cannot read the types of database")
          .hasMessageContaining("permission denied for table pg_constraint")
          .hasMessageContaining("grant the privilege to the role");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE t CASCADE",
        "BEGIN; DROP VIEW v; ALTER TABLE t DROP COLUMN x, ADD y text COLLATE \"C\" DEFAULT 'y';"
            + " ALTER TABLE t RENAME TO u; COMMIT"
      })
  void whatChangesAtAnyMomentIsReadWhollyAsBeforeOrAsAfter(String change, TestDatabase database)
      throws SQLException {
    String fresh = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;" + SHOP;
    database.run(fresh);
    MetaData before = Reflection.of(database);
    database.run(change);
    MetaData after = Reflection.of(database);
    for (int execution = 1; execution <= EXECUTIONS; execution++) {
      database.run(fresh);
      StatementRecorder recorder =
          new StatementRecorder().before(execution, () -> runUnlessLocked(database, change));
      try (Connection connection = recorder.wrap(database.open())) {
        assertThat(read(connection)).isIn(before, after);
      }
      assertThat(recorder.count()).isGreaterThanOrEqualTo(execution);
    }
  }

  /** A reading holds what it has deparsed, so that later changes wait for its end. */
  private static void runUnlessLocked(TestDatabase database, String change) {
    try {
      database.run("SET lock_timeout = '100ms';" + change);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("lock timeout");
    }
  }

  @Test
  void aLockUnderAViewEndsInATimeoutThatNamesItsHolder(TestDatabase database) throws SQLException {
    database.run(SHOP);
    try (Connection holder = database.open();
        Connection connection = database.open()) {
      holder.setAutoCommit(false);
      run(holder, "SET application_name = 'the holder'; LOCK TABLE t");
      run(connection, "SET lock_timeout = '200ms'");

      assertThatThrownBy(() -> read(connection))
          .isInstanceOf(QueryTimeout.class)
          .hasMessageStartingWith(
              "ORM-ENGINE-TIMEOUT: cannot read the tables and views of database")
          .hasMessageContaining("locked: t by process ")
          .hasMessageContaining("the holder")
          .hasMessageContaining("Expected: no session that changes these tables");
      assertThat(connection.getAutoCommit()).isTrue();
      holder.rollback();
      assertThat(read(connection)).isEqualTo(Reflection.of(database));
    }
  }

  @Test
  void aLockOnATableWithoutExpressionsDoesNotMatter(TestDatabase database) throws SQLException {
    database.run(SHOP + "CREATE TABLE alone (id int PRIMARY KEY REFERENCES first, x text)");
    MetaData expected = Reflection.of(database);
    try (Connection holder = database.open()) {
      holder.setAutoCommit(false);
      run(holder, "LOCK TABLE alone");

      assertThat(Reflection.of(database)).isEqualTo(expected);
    }
  }

  @Test
  void aConnectionThatDiesAtAnyMomentIsSaidToBeLost(TestDatabase database) throws SQLException {
    database.run(SHOP);
    for (int execution = 1; execution <= EXECUTIONS; execution++) {
      StatementRecorder recorder =
          new StatementRecorder()
              .before(
                  execution,
                  () ->
                      database.query(
                          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
                              + " current_database() AND pid <> pg_backend_pid()"));
      try (Connection connection = recorder.wrap(database.open())) {
        assertThatThrownBy(() -> read(connection))
            .as("before execution %d", execution)
            .isInstanceOf(ConnectionLost.class)
            .hasMessageStartingWith("ORM-ENGINE-CONNECTION-LOST: cannot read the ")
            .hasMessageContaining("run the transaction on a new one");
      }
    }
  }

  /** A role that may log in and nothing else; dropped at the end. */
  private static final class Role implements AutoCloseable {
    private final TestDatabase database;
    private final String name = "nobody_" + ROLES.incrementAndGet();

    Role(TestDatabase database) {
      this.database = database;
      database.run("CREATE ROLE " + name + " LOGIN PASSWORD 'secret'");
    }

    Connection open() throws SQLException {
      String url =
          "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name());
      return DriverManager.getConnection(url, name, "secret");
    }

    @Override
    public void close() {
      database.run("DROP OWNED BY " + name + "; DROP ROLE " + name);
    }
  }
}
