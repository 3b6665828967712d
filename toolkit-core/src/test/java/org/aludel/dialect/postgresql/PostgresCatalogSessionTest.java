package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.aludel.error.DatabaseException;
import org.aludel.reflect.CatalogInspector;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What reading a catalogue does to a connection, how often it asks, and what it lets in. */
@PostgresTest(perMethod = true)
class PostgresCatalogSessionTest {
  private static final ReflectOptions PUBLIC = ReflectOptions.of("public");
  private final PostgresCatalogReader reader = new PostgresCatalogReader();

  private static List<String> names(MetaData found) {
    return found.tables().stream().map(table -> table.name().toString()).toList();
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String tables(int from, int to) {
    StringBuilder sql = new StringBuilder();
    for (int i = from; i < to; i++) {
      sql.append("CREATE TABLE t").append(i).append(" (id int PRIMARY KEY, up int,");
      sql.append(" s serial, CHECK (up > 0));\nCREATE INDEX ON t").append(i).append(" (up);\n");
    }
    return sql.toString();
  }

  private int statementsToRead(TestDatabase database, int expectedTables) throws SQLException {
    StatementRecorder recorder = new StatementRecorder();
    try (Connection connection = recorder.wrap(database.dataSource()).getConnection()) {
      assertThat(reader.read(connection, PUBLIC).tables()).hasSize(expectedTables);
    }
    return recorder.count();
  }

  @Test
  void asksFifteenTimesWhateverTheNumberOfTables(TestDatabase database) throws SQLException {
    assertThat(statementsToRead(database, 0)).isEqualTo(15);
    database.run(tables(0, 1));
    assertThat(statementsToRead(database, 1)).isEqualTo(15);
    database.run(tables(1, 100));
    assertThat(statementsToRead(database, 100)).isEqualTo(15);
    database.run(tables(100, 1000));
    assertThat(statementsToRead(database, 1000)).isEqualTo(15);
  }

  @Test
  void leavesAnAutocommitConnectionAsItWas(TestDatabase database) throws SQLException {
    try (Connection connection = database.open()) {
      run(connection, "SET datestyle = 'SQL, DMY'; SET datestyle = 'ISO, DMY'");

      reader.read(connection, PUBLIC);

      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(setting(connection, "datestyle")).isEqualTo("ISO, DMY");
      assertThat(setting(connection, "search_path")).isEqualTo("\"$user\", public");
      assertThat(setting(connection, "transaction_isolation")).isEqualTo("read committed");
      run(connection, "CREATE TABLE writable (x int)");
    }
  }

  @Test
  void takesPartInATransactionAndGivesItsSettingsBack(TestDatabase database) throws SQLException {
    try (Connection connection = database.open()) {
      connection.setAutoCommit(false);
      run(
          connection,
          "CREATE SCHEMA s; SET LOCAL search_path = s; SET LOCAL intervalstyle = iso_8601");
      run(connection, "CREATE TABLE uncommitted (x interval DEFAULT '1 day')");

      MetaData found = reader.read(connection, ReflectOptions.of("s"));

      assertThat(names(found)).containsExactly("uncommitted");
      assertThat(found.tables().get(0).columns().get(0).serverDefault())
          .isEqualTo("'1 day'::interval");
      assertThat(setting(connection, "search_path")).isEqualTo("s");
      assertThat(setting(connection, "intervalstyle")).isEqualTo("iso_8601");
      connection.rollback();
    }
    assertThat(Reflection.of(database).tables()).isEmpty();
  }

  @Test
  void textDoesNotDependOnTheSession(TestDatabase database) throws SQLException {
    database.run(
        "CREATE SCHEMA s; CREATE TYPE s.mood AS ENUM ('a');"
            + " CREATE TABLE t (a timestamptz DEFAULT '2020-02-03 04:05:06+02', b interval DEFAULT"
            + " '1 day', c float8 DEFAULT 0.1, d s.mood DEFAULT 'a', e date DEFAULT '2020-02-03')");
    MetaData expected = Reflection.of(database);

    try (Connection connection = database.open()) {
      run(
          connection,
          "SET timezone = 'Asia/Tokyo'; SET intervalstyle = iso_8601; SET extra_float_digits = -10;"
              + " SET search_path = s; SET quote_all_identifiers = on");
      run(connection, "CREATE TEMP TABLE t (x int); CREATE TEMP TABLE pg_class (x int)");
      MetaData found = reader.read(connection, PUBLIC);

      assertThat(found).isEqualTo(expected);
      assertThat(found.tables().get(0).columns())
          .extracting(one -> String.valueOf(one.serverDefault()))
          .containsExactly(
              "'2020-02-03 02:05:06+00'::timestamp with time zone",
              "'1 day'::interval",
              "0.1",
              "'a'::s.mood",
              "'2020-02-03'::date");
    }
  }

  @Test
  void anotherDefaultSchemaIsTheOneWithoutAName(TestDatabase database) {
    database.run(
        "CREATE SCHEMA \"My Shop\"; CREATE TABLE \"My Shop\".a (x serial PRIMARY KEY);"
            + " CREATE TABLE b (x int REFERENCES \"My Shop\".a)");

    MetaData found = Reflection.of(database, ReflectOptions.of("My Shop"));

    assertThat(names(found)).containsExactly("a", "public.b");
    assertThat(found.namespaces()).isEmpty();
    assertThat(found.tables().get(0).columns().get(0).serverDefault())
        .isEqualTo("nextval('a_x_seq'::regclass)");
    assertThat(found.tables().get(1).foreignKeys().get(0).target())
        .isEqualTo(QualifiedName.of("a"));
  }

  @Test
  void readsOnlyTheSchemasAskedFor(TestDatabase database) {
    database.run(
        "CREATE SCHEMA s; CREATE SCHEMA \"it's\"; CREATE TABLE s.a (x serial); CREATE VIEW s.v AS"
            + " SELECT 1; CREATE TABLE \"it's\".b (x int); CREATE TABLE c (x serial)");

    MetaData found = Reflection.of(database, PUBLIC.withSchemas(Set.of("s")));
    assertThat(names(found)).containsExactly("s.a");
    assertThat(found.sequences()).hasSize(1);
    assertThat(found.namespaces()).hasSize(1);
    assertThat(found.views()).hasSize(1);
    assertThat(names(Reflection.of(database, PUBLIC.withSchemas(Set.of("it's", "public")))))
        .containsExactly("c", "it's.b");
  }

  @Test
  void patternsLeaveObjectsOut(TestDatabase database) {
    database.run(
        "CREATE SCHEMA s; CREATE TABLE qrtz_jobs (x serial); CREATE TABLE s.qrtz_x (x int);"
            + " CREATE TABLE a (x int); CREATE VIEW v1 AS SELECT 1;"
            + " CREATE TYPE qrtz_mood AS ENUM (); CREATE INDEX ix_by_hand ON a (x)");

    MetaData found =
        Reflection.of(
            database,
            PUBLIC.withExcludePatterns(
                List.of("table:qrtz_*", "s", "view:v?", "sequence:*", "index:*_by_hand")));

    assertThat(names(found)).containsExactly("a");
    assertThat(found.tables().get(0).indexes()).isEmpty();
    assertThat(found.namespaces()).isEmpty();
    assertThat(found.sequences()).isEmpty();
    assertThat(found.enums()).hasSize(1);
    assertThat(found.views()).isEmpty();
  }

  @Test
  void aRoleWithoutPrivilegesReadsTheCatalogue(TestDatabase database) throws SQLException {
    database.run(
        "CREATE SCHEMA closed; CREATE TYPE closed.mood AS ENUM ('a'); CREATE TABLE closed.t (x"
            + " serial, m closed.mood DEFAULT 'a', CHECK (x > 0)); CREATE INDEX ON closed.t"
            + " (abs(x)) WHERE x > 1; REVOKE ALL ON SCHEMA closed FROM PUBLIC;");
    String role = "reader_" + database.name();
    database.run("CREATE ROLE \"" + role + "\" LOGIN PASSWORD 'secret'");
    String url = "jdbc:postgresql://%s:%d/%s";
    try (Connection connection =
        DriverManager.getConnection(
            url.formatted(database.host(), database.port(), database.name()), role, "secret")) {

      assertThat(reader.read(connection, PUBLIC)).isEqualTo(Reflection.of(database));
    } finally {
      database.run("DROP ROLE \"" + role + "\"");
    }
  }

  @Test
  void aFailedQueryIsTranslatedAndEndsTheOwnTransaction(TestDatabase database) throws SQLException {
    try (Connection connection = database.open()) {
      run(connection, "SET statement_timeout = '1ms'");
      database.run(tables(0, 300));

      assertThatThrownBy(() -> reader.read(connection, PUBLIC))
          .isInstanceOf(DatabaseException.class)
          .hasMessageStartingWith("ORM-ENGINE-TIMEOUT");
      assertThat(connection.getAutoCommit()).isTrue();
      run(connection, "SET statement_timeout = 0");
      assertThat(reader.read(connection, PUBLIC).tables()).hasSize(300);
    }
  }

  @Test
  void aTransactionThatHasFailedIsReportedAsSuch(TestDatabase database) throws SQLException {
    try (Connection connection = database.open()) {
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> run(connection, "nonsense")).isInstanceOf(SQLException.class);

      assertThatThrownBy(() -> reader.read(connection, PUBLIC))
          .isInstanceOf(DatabaseException.class)
          .hasMessageStartingWith("ORM-ENGINE-FAILED-TRANSACTION");
    }
  }

  @Test
  void anExpressionThatVanishedIsACodedError() {
    assertThatThrownBy(
            () -> PostgresCatalogNames.expression(null, "check ck", QualifiedName.of("t")))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("ORM-ENGINE-CATALOG-CHANGED: cannot read the check ck of \"t\"");
  }

  @Test
  void readingTwiceGivesEqualResults(TestDatabase database) throws SQLException {
    database.run(tables(0, 20));
    try (Connection connection = database.open()) {
      CatalogInspector inspector = new CatalogInspector(connection, reader);

      assertThat(inspector.reflect(PUBLIC)).isEqualTo(inspector.reflect(PUBLIC));
    }
  }

  @Test
  void manySessionsMayChangeTheSchemaMeanwhile(TestDatabase database) throws Exception {
    database.run(tables(0, 30));
    Thread changes =
        new Thread(
            () -> {
              for (int i = 0; i < 30; i++) {
                database.run("DROP TABLE t" + i + "; " + tables(i + 100, i + 101));
              }
            });
    changes.start();
    int readings = 0;
    try (Connection connection = database.open()) {
      while (changes.isAlive()) {
        readings += readsOrSaysWhy(connection);
      }
      changes.join();
      List<Table> tables = reader.read(connection, PUBLIC).tables();
      assertThat(tables).hasSize(30).allMatch(table -> table.indexes().size() == 1);
    }
    assertThat(readings).isPositive();
  }

  private int readsOrSaysWhy(Connection connection) {
    try {
      assertThat(reader.read(connection, PUBLIC).tables()).isNotEmpty();
    } catch (DatabaseException e) {
      assertThat(e.getMessage()).contains("ORM-");
    }
    return 1;
  }
}
