package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of what SQL files state beside mapped classes: written as a revision, changed with all
 * that stands on it, dropped; each way back brings the old ones. {@code pg_dump} with privileges
 * judges.
 */
@PostgresTest(perMethod = true, judge = true)
class ReplaceableObjectsTest {
  private static final SchemaDump DUMP = SchemaDump.standard().withPrivileges();

  private static final String FUNCTION =
      "CREATE FUNCTION shown(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '' $$;";
  private static final String VIEW =
      """
      -- those with a name
      CREATE VIEW named AS SELECT id, name FROM item WHERE shown(name);
      COMMENT ON VIEW named IS 'those with a name';
      GRANT SELECT ON named TO PUBLIC;
      """;
  private static final String DEPENDANT =
      "CREATE VIEW counted AS SELECT count(*) AS n FROM named; GRANT SELECT ON counted TO PUBLIC;";
  private static final String TRIGGER =
      """
      CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.name := coalesce(NEW.name, 'none'); RETURN NEW; END $$;
      CREATE TRIGGER stamp BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION stamp();
      """;
  private static final String POLICY =
      """
      CREATE POLICY mine ON item FOR SELECT USING (shown(name));
      GRANT SELECT, INSERT ON item TO PUBLIC;
      """;

  @TempDir Path directory;
  private Workshop workshop;

  ReplaceableObjectsTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) throws IOException {
    workshop = new Workshop(database, directory);
    write("view", VIEW);
    write("function", FUNCTION);
    write("counted", DEPENDANT);
    write("trigger", TRIGGER);
    write("policy", POLICY);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void becomesARevisionBesideTheTables(TestDatabase database) {
    AutogenerateResult first = autogenerate();
    commands().upgrade();

    assertThat(first.detected())
        .extracting(Detected::description)
        .containsExactly(
            "create function  shown(text)",
            "create function  stamp()",
            "create table  item",
            "create view  named",
            "create view  counted",
            "create trigger  item.stamp",
            "create policy  item.mine",
            "give privileges  table item: grant INSERT, SELECT to public",
            "give privileges  view counted: grant SELECT to public",
            "give privileges  view named: grant SELECT to public");
    assertThat(proven(first)).isTrue();
    database.run("INSERT INTO item (id) VALUES (1)");
    assertThat(database.query("SELECT n FROM counted")).containsExactly(List.of("1"));
    assertThat(autogenerate().noChanges()).isTrue();
  }

  @Test
  void replacesWhatChangedWithWhatStandsOnItBothWays(TestDatabase database) throws IOException {
    autogenerate();
    commands().upgrade();
    String before = DUMP.of(database);

    write("view", VIEW.replace("id, name FROM", "id, name, upper(name) AS loud FROM"));
    write("function", FUNCTION.replace("$1 <> ''", "$1 <> '-'"));
    AutogenerateResult second = autogenerate();
    commands().upgrade();

    assertThat(second.detected())
        .extracting(Detected::description)
        .contains(
            "replace function  shown(text)",
            "drop view  counted",
            "drop view  named",
            "create view  named",
            "create view  counted");
    assertThat(proven(second)).isTrue();
    assertThat(
            database.query(
                "SELECT has_table_privilege('public', 'named', 'SELECT'),"
                    + " has_table_privilege('public', 'counted', 'SELECT'),"
                    + " obj_description('named'::regclass), shown('-')"))
        .containsExactly(List.of("t", "t", "those with a name", "f"));
    assertThat(autogenerate().noChanges()).isTrue();
    commands().downgrade("-1");
    assertThat(DUMP.of(database)).isEqualTo(before);
  }

  @Test
  void dropsWhatTheFilesNoLongerStateBothWays(TestDatabase database) throws IOException {
    autogenerate();
    commands().upgrade();
    String before = DUMP.of(database);

    remove("counted");
    AutogenerateResult second = autogenerate();
    commands().upgrade();

    assertThat(second.detected())
        .extracting(Detected::description)
        .containsExactly("drop view  counted");
    assertThat(proven(second)).isTrue();
    assertThat(autogenerate().noChanges()).isTrue();
    commands().downgrade("-1");
    assertThat(DUMP.of(database)).isEqualTo(before);
  }

  @Test
  void holdsBackTheLastOfAKindUntilItIsReleased(TestDatabase database) throws IOException {
    autogenerate();
    commands().upgrade();

    write("policy", POLICY.replaceFirst("(?s)CREATE POLICY.*?;", ""));
    AutogenerateResult held = autogenerate();
    workshop.with("drop", "item.mine");
    AutogenerateResult released = autogenerate();
    commands().upgrade();

    assertThat(held.heldBack())
        .extracting(Detected::description)
        .containsExactly("drop policy  item.mine");
    assertThat(released.detected())
        .extracting(Detected::description)
        .contains("drop policy  item.mine");
    assertThat(database.query("SELECT count(*) FROM pg_policy")).containsExactly(List.of("0"));
  }

  @Test
  void takesBackWhatTheFilesNoLongerGrantBothWays(TestDatabase database) throws IOException {
    autogenerate();
    commands().upgrade();
    String before = DUMP.of(database);
    database.run("GRANT DELETE ON item TO PUBLIC");

    write("policy", POLICY.replace("GRANT SELECT, INSERT ON item TO PUBLIC;", ""));
    AutogenerateResult second = autogenerate();
    commands().upgrade();

    assertThat(second.detected())
        .extracting(Detected::description)
        .containsExactly("change privileges  table item: revoke INSERT, SELECT from public");
    assertThat(second.notes())
        .containsExactly(
            "left alone, as no revision made it or what stays needs it:"
                + " change privileges  table item: revoke DELETE from public");
    assertThat(proven(second)).isTrue();
    database.run("REVOKE DELETE ON item FROM PUBLIC");
    assertThat(autogenerate().noChanges()).isTrue();
    commands().downgrade("-1");
    assertThat(DUMP.of(database)).isEqualTo(before);
  }

  @Test
  void leavesAloneWhatNoFileAndNoRevisionStates(TestDatabase database) {
    autogenerate();
    commands().upgrade();
    database.run("CREATE VIEW mine AS SELECT id FROM item");

    AutogenerateResult result = autogenerate();

    assertThat(result.noChanges()).isTrue();
    assertThat(result.notes())
        .containsExactly("left alone, as no revision made it or what stays needs it: view  mine");
  }

  private Migrations commands() {
    return workshop.model(Workshop.table("item", "name"));
  }

  private AutogenerateResult autogenerate() {
    return commands().autogenerate("step");
  }

  private static boolean proven(AutogenerateResult result) {
    return Objects.requireNonNull(result.written()).proof().proven();
  }

  private void write(String name, String sql) throws IOException {
    Path file = file(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, sql);
  }

  private void remove(String name) throws IOException {
    Files.delete(file(name));
  }

  private Path file(String name) {
    return directory.resolve("src/main/database").resolve(name + ".sql");
  }
}
