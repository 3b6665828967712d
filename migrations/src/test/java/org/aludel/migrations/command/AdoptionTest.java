package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapped classes cannot say what a view or trigger is: what somebody made stays as it is. */
@PostgresTest(perMethod = true)
class AdoptionTest {
  private static final String BY_HAND =
      """
      CREATE TYPE pair AS (a int, b int);
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER x BEFORE UPDATE OF name ON item FOR EACH ROW EXECUTE FUNCTION stamp();
      CREATE VIEW v AS SELECT id, name FROM item WHERE name <> '';
      GRANT SELECT ON v TO PUBLIC;
      GRANT SELECT ON item TO PUBLIC;
      CREATE POLICY p ON item USING (name <> '');
      ALTER TABLE item ENABLE ROW LEVEL SECURITY;
      ALTER TABLE item SET (fillfactor = 70);
      ALTER TABLE item ALTER name SET STORAGE EXTERNAL;
      COMMENT ON SCHEMA public IS 'mine';
      ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
      """;

  @TempDir Path directory;
  private Workshop workshop;

  AdoptionTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop =
        new Workshop(database, directory).with("drops", "allow").with("unmanaged", "include");
    workshop.model(Workshop.table("item", "name")).autogenerate("item");
    workshop.model(Workshop.table("item", "name")).upgrade();
    database.run(BY_HAND);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void whatClassesCannotSayIsNoDifference() {
    AutogenerateResult result = workshop.model(Workshop.table("item", "name")).autogenerate("none");

    assertThat(result.detected()).isEmpty();
    assertThat(result.written()).isNull();
  }

  @Test
  void whatClassesCannotSayIsCarriedOverWhatTheyChange(TestDatabase database) {
    Table item = Workshop.table("item", "name");
    List<Column> columns = new ArrayList<>(item.columns());
    columns.set(1, columns.get(1).withType(SqlTypes.varchar(50)));

    AutogenerateResult result =
        workshop.model(item.withColumns(columns)).autogenerate("shorter name");
    workshop.model(item.withColumns(columns)).upgrade();

    assertThat(result.detected())
        .extracting(Detected::description)
        .contains("drop view  v", "create view  v");
    assertThat(
            database.query(
                "SELECT has_table_privilege('public', 'v', 'SELECT'),"
                    + " (SELECT count(*) FROM pg_trigger WHERE tgname = 'x'),"
                    + " (SELECT count(*) FROM pg_policy WHERE polname = 'p'),"
                    + " (SELECT relrowsecurity FROM pg_class WHERE relname = 'item'),"
                    + " (SELECT attstorage FROM pg_attribute WHERE attname = 'name'"
                    + "   AND attrelid = 'item'::regclass)"))
        .containsExactly(List.of("t", "1", "1", "t", "e"));
    assertThat(workshop.model(item.withColumns(columns)).autogenerate("none").written()).isNull();
  }

  @Test
  void howKeysAreKeptIsNoDifferenceWhateverTheyAreCalled(TestDatabase database) {
    database.run("ALTER TABLE item RENAME CONSTRAINT item_pkey TO item_key");
    database.run("ALTER INDEX item_key SET (fillfactor = 60)");

    AutogenerateResult result = workshop.model(Workshop.table("item", "name")).autogenerate("none");

    assertThat(result.detected()).isEmpty();
    assertThat(result.written()).isNull();
    AutogenerateResult other =
        workshop
            .model(
                Workshop.table("item", "name")
                    .withConstraints(
                        List.of(
                            Workshop.table("item").constraints().get(0),
                            CheckConstraint.of(
                                new ConstraintName("long_name", true), "length(name) > 3"))))
            .autogenerate("check");
    assertThat(other.detected())
        .extracting(Detected::description)
        .hasSize(1)
        .allMatch(each -> each.startsWith("add check"));
  }

  @Test
  void howKeysAreKeptIsNoDifferenceWhereClassesSayHowTheTableIs(TestDatabase database) {
    database.run(
        "ALTER INDEX item_pkey SET (fillfactor = 60); ALTER TABLE item RESET (fillfactor)");
    Table.Options own =
        new Table.Options(
            false,
            Map.of("autovacuum_enabled", "false"),
            null,
            new Table.RowSecurity(true, false),
            null,
            null);

    AutogenerateResult result =
        workshop.model(Workshop.table("item", "name").withOptions(own)).autogenerate("vacuum");

    assertThat(String.join("; ", result.detected().stream().map(Detected::description).toList()))
        .contains("autovacuum_enabled")
        .doesNotContain("60");
    workshop.model(Workshop.table("item", "name").withOptions(own)).upgrade();
    assertThat(database.query("SELECT reloptions::text FROM pg_class WHERE relname = 'item_pkey'"))
        .containsExactly(List.of("{fillfactor=60}"));
  }

  @Test
  void whatARoleGivesToNewTablesIsNoDifference(TestDatabase database) {
    Table item = Workshop.table("item", "name");
    Table tag = Workshop.table("tag", "name");

    workshop.model(item, tag).autogenerate("tag");
    workshop.model(item, tag).upgrade();

    assertThat(database.query("SELECT has_table_privilege('public', 'tag', 'SELECT')"))
        .containsExactly(List.of("t"));
    assertThat(workshop.model(item, tag).autogenerate("none").written()).isNull();
  }
}
