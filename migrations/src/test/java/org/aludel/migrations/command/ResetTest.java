package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class ResetTest {
  private static final String PUBLIC =
      "SELECT concat_ws('|', nspowner::regrole, nspacl, obj_description(oid), (SELECT initprivs"
          + " FROM pg_init_privs WHERE objoid = n.oid)) FROM pg_namespace n WHERE nspname ="
          + " 'public'";
  private static final String JUNK =
      """
      CREATE SCHEMA junk; CREATE TABLE junk.a (id int); CREATE TABLE b (id int, c int);
      CREATE VIEW v AS SELECT * FROM b; CREATE STATISTICS st ON id, c FROM b;
      CREATE DOMAIN "Do main" AS text; CREATE TYPE pair AS (a int, b "Do main");
      CREATE FUNCTION twice(pair) RETURNS int LANGUAGE sql AS 'SELECT 2 * ($1).a';
      CREATE OPERATOR ## (RIGHTARG = pair, FUNCTION = twice);
      CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
      CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'; CREATE SEQUENCE s;
      CREATE COLLATION mine FROM "C"; INSERT INTO person VALUES (1)
      """;

  /** The event trigger would refuse each drop if it were still there. */
  private static final String BESIDE_SCHEMAS =
      """
      CREATE EXTENSION hstore; CREATE TABLE tagged (tags hstore);
      CREATE SCHEMA kept; CREATE EXTENSION citext SCHEMA kept;
      CREATE PUBLICATION news FOR TABLE tagged;
      CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'nothing goes'; END $$;
      CREATE EVENT TRIGGER keeper ON sql_drop EXECUTE FUNCTION refuse();
      CREATE TYPE shade AS ENUM ('light', 'dark');
      CREATE FUNCTION shade_of(int) RETURNS shade LANGUAGE sql AS $$ SELECT 'dark'::shade $$;
      CREATE CAST (int AS shade) WITH FUNCTION shade_of(int);
      CREATE FOREIGN DATA WRAPPER far; CREATE SERVER away FOREIGN DATA WRAPPER far;
      CREATE USER MAPPING FOR CURRENT_USER SERVER away; CREATE FOREIGN TABLE there (id int) SERVER away;
      CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
      CREATE TEXT SEARCH CONFIGURATION plain (PARSER = default);
      CREATE CONVERSION swap FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
      ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO pg_monitor;
      GRANT CREATE ON SCHEMA public TO pg_monitor; COMMENT ON SCHEMA public IS 'mine';
      SELECT lo_create(0)
      """;

  @TempDir Path directory;

  @BeforeEach
  void settings() throws IOException {
    Files.writeString(
        directory.resolve("aludel.yaml"),
        "profiles: {dev: {disposable: true}, prod: {downgrade: forbid}}\n");
  }

  @Test
  void aDisposableDatabaseIsMadeAnew(TestDatabase database) {
    Object before = database.query(PUBLIC).get(0).get(0);
    try (Workshop workshop = new Workshop(database, directory).with("profile", "dev")) {
      Migrations migrations = workshop.model(table("person"));
      migrations.autogenerate("people");
      migrations.upgrade();
      database.run(JUNK);

      assertThat(migrations.reset().steps()).hasSize(1);

      assertThat(database.query("SELECT * FROM person")).isEmpty();
      assertThat(
              database.query(
                  "SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND"
                      + " refobjid = 'public'::regnamespace"))
          .as("the table, the bookkeeping and its sequence")
          .hasSize(5);
      assertThat(database.query("SELECT to_regnamespace('junk')").get(0)).containsOnlyNulls();
      assertThat(database.query(PUBLIC).get(0).get(0)).isEqualTo(before);
      assertThat(migrations.check(true).passes()).isTrue();
    }
  }

  @Test
  void noOtherDatabaseIs(TestDatabase database) {
    database.run("CREATE TABLE dear (id int)");
    try (Workshop workshop = new Workshop(database, directory)) {
      assertThatThrownBy(() -> workshop.model().reset())
          .hasMessageContaining("ORM-MIG-NOT-DISPOSABLE")
          .hasMessageContaining("disposable: true");
      assertThatThrownBy(() -> workshop.with("profile", "prod").model().reset())
          .hasMessageContaining("the profile \"prod\"");
    }
    assertThat(database.query("SELECT to_regclass('dear')::text").get(0)).containsExactly("dear");
  }

  @Test
  void whereDowngradesAreForbiddenNothingIsUndone(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory).with("profile", "prod")) {
      Migrations migrations = workshop.model(table("person"));
      migrations.autogenerate("people");
      migrations.upgrade();

      assertThatThrownBy(() -> migrations.downgrade("-1"))
          .hasMessageContaining("ORM-MIG-DOWNGRADE-FORBIDDEN");
      assertThatThrownBy(migrations::sync).hasMessageContaining("ORM-MIG-DOWNGRADE-FORBIDDEN");
      assertThat(migrations.current().atHead()).isTrue();
    }
  }

  @Test
  void nothingIsLeftThatADatabaseDoesNotHaveFromItsTemplate(TestDatabase database) {
    Map<String, String> untouched = catalogue(database);
    try (Workshop workshop = new Workshop(database, directory).with("profile", "dev")) {
      Migrations migrations = workshop.model(table("person"));
      migrations.autogenerate("people");
      migrations.upgrade();
      database.run(JUNK);
      database.run(BESIDE_SCHEMAS);
      migrations.revisionsOf(null).reset();
      database.run("DROP TABLE aludel_version, aludel_revision_log, databasechangelog");

      assertThat(catalogue(database)).isEqualTo(untouched);
      assertThat(database.query(PUBLIC).get(0).get(0))
          .contains("standard public schema")
          .doesNotContain("pg_monitor");
    }
  }

  @Test
  void whatIsLeftIsEnoughToBeginAgain(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory).with("profile", "dev")) {
      Migrations migrations = workshop.model(table("person"));
      migrations.autogenerate("people");
      migrations.upgrade();
      database.run(BESIDE_SCHEMAS);

      migrations.reset();

      assertThat(migrations.check(true).passes()).isTrue();
      assertThat(database.query("SELECT extname FROM pg_extension").get(0))
          .containsExactly("plpgsql");
    }
  }

  /** How many rows each catalogue of this database has; statistics come and go by themselves. */
  private static Map<String, String> catalogue(TestDatabase database) {
    Map<String, String> counts = new TreeMap<>();
    for (List<String> row :
        database.query(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND"
                + " relkind = 'r' AND NOT relisshared AND relname NOT LIKE 'pg_statistic%'")) {
      counts.put(
          row.get(0),
          database.query("SELECT count(*) FROM pg_catalog." + row.get(0)).get(0).get(0));
    }
    return counts;
  }
}
