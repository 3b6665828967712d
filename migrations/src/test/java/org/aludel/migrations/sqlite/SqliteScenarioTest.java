package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.aludel.migrations.command.AutogenerateResult;
import org.aludel.migrations.command.CheckResult;
import org.aludel.migrations.command.Detected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to tables that hold rows, there and back. */
class SqliteScenarioTest {
  private static final String PERSON =
      "CREATE TABLE person (id integer PRIMARY KEY, name text, boss int, CONSTRAINT fk_boss FOREIGN"
          + " KEY (boss) REFERENCES person (id))";
  private static final String PET =
      "CREATE TABLE pet (id integer PRIMARY KEY, owner int, CONSTRAINT fk_owner FOREIGN KEY (owner)"
          + " REFERENCES person (id) ON DELETE CASCADE)";

  private SqliteProject project;
  private List<String> before = List.of();

  @BeforeEach
  void open(@TempDir Path folder) {
    project = new SqliteProject(folder);
    project.migrate(PERSON, PET);
    project.run(
        "INSERT INTO person VALUES (1, 'pearl', NULL), (2, 'opal', 1)",
        "INSERT INTO pet VALUES (7, 1), (8, 2)");
    before = project.schema();
  }

  @AfterEach
  void close() {
    project.close();
  }

  private void nothingIsLeft(String... model) {
    assertThat(project.model(model).autogenerate("again").detected()).isEmpty();
    CheckResult check = project.model(model).check(true);
    assertThat(check.passes()).as(check.toString()).isTrue();
    assertThat(project.rows("PRAGMA foreign_key_check")).isEmpty();
  }

  private void backAndForth(String... model) {
    List<String> after = project.schema();
    project.model(model).downgrade("-1");
    assertThat(project.schema()).hasSameSizeAs(before);
    assertThat(project.rows("SELECT * FROM pet ORDER BY id")).containsExactly("7,1", "8,2");
    project.model(model).upgrade();
    assertThat(project.schema()).isEqualTo(after);
  }

  @Test
  void aRenamedTableTakesReferencesAlong() {
    String human = PERSON.replace("person", "human");
    String pet = PET.replace("person", "human");
    project.with("rename", "person:human");

    AutogenerateResult result = project.migrate(human, pet);

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("rename table  person -> human");
    assertThat(project.newest()).contains("ALTER TABLE person RENAME TO human");
    assertThat(project.rows("SELECT * FROM human")).containsExactly("1,pearl,null", "2,opal,1");
    project.with("rename", "");
    nothingIsLeft(human, pet);
    project.model(human, pet).downgrade("-1");
    assertThat(project.rows("SELECT * FROM person")).hasSize(2);
  }

  @Test
  void aRenamedColumnOfATableThatIsMadeAnewKeepsItsValues() {
    project.migrate(
        PERSON,
        PET,
        "CREATE TRIGGER trimmed AFTER INSERT ON person BEGIN UPDATE person SET name ="
            + " trim(new.name) WHERE id = new.id; END");
    String trigger =
        "CREATE TRIGGER trimmed AFTER INSERT ON person BEGIN UPDATE person SET label ="
            + " trim(new.label) WHERE id = new.id; END";
    String renamed = PERSON.replace("name text", "label text NOT NULL");
    project.with("rename", "person.name:label");

    project.migrate(renamed, PET, trigger);

    assertThat(project.rows("SELECT label FROM person")).containsExactly("pearl", "opal");
    project.run("INSERT INTO person VALUES (3, ' ruby ', NULL)");
    assertThat(project.rows("SELECT label FROM person WHERE id = 3")).containsExactly("ruby");
    project.with("rename", "");
    nothingIsLeft(renamed, PET, trigger);
  }

  @Test
  void aRenamedColumnTakesAllThatNamesItAlong() {
    String[] model = {
      "CREATE TABLE good (id integer PRIMARY KEY, price int, twice int GENERATED ALWAYS AS (price *"
          + " 2) VIRTUAL, CONSTRAINT ck CHECK (price > 0))",
      "CREATE INDEX ix ON good (price, abs(price)) WHERE price > 3",
      "CREATE VIEW dear AS SELECT id, price FROM good WHERE price > 100"
    };
    project.migrate(model);
    project.run("INSERT INTO good VALUES (1, 5), (2, 500)");
    String[] renamed = {
      model[0].replace("price", "cost"),
      model[1].replace("price", "cost"),
      model[2].replace("price", "cost")
    };
    project.with("rename", "good.price:cost");

    project.migrate(renamed);

    assertThat(project.newest()).doesNotContain("aludel_new");
    assertThat(project.rows("SELECT * FROM dear")).containsExactly("2,500");
    project.with("rename", "");
    nothingIsLeft(renamed);
    project.model(renamed).downgrade("-1");
    assertThat(project.rows("SELECT price FROM dear")).containsExactly("500");
  }

  @Test
  void nullsAreFilledAsThePersonSays() {
    project.run("UPDATE person SET name = NULL WHERE id = 2");
    String strict = PERSON.replace("name text", "name text NOT NULL");
    project.with("fill", "person.name:'nobody'");

    project.migrate(strict, PET);

    assertThat(project.rows("SELECT name FROM person")).containsExactly("pearl", "nobody");
    project.with("fill", "");
    nothingIsLeft(strict, PET);
    backAndForth(strict, PET);
  }

  @Test
  void nullsThatNobodyFillsAreRefusedAndNothingIsDone() {
    project.run("UPDATE person SET name = NULL WHERE id = 2");
    String strict = PERSON.replace("name text", "name text NOT NULL");

    assertThatThrownBy(() -> project.migrate(strict, PET))
        .hasMessageContaining("NOT NULL constraint failed: aludel_new_person.name")
        .hasMessageContaining("Its transaction was rolled back");
    assertThat(project.rows("SELECT * FROM person")).containsExactly("1,pearl,null", "2,null,1");
    assertThat(project.rows("PRAGMA foreign_keys")).containsExactly("1");
  }

  @Test
  void aForeignKeyOverOrphansIsRefusedWithTheRows() {
    String free = "CREATE TABLE pet (id integer PRIMARY KEY, owner int)";
    project.migrate(PERSON, free);
    project.run("INSERT INTO pet VALUES (9, 99)");

    assertThatThrownBy(() -> project.migrate(PERSON, PET))
        .hasMessageContaining("row 9 of pet refers to none of person");
    assertThat(project.rows("SELECT count(*) FROM pet")).containsExactly("3");
  }

  @Test
  void aTableThatOthersReferToIsMadeAnewWithoutTheirRowsBeingDeleted() {
    String unique = PERSON.replace("CONSTRAINT fk", "CONSTRAINT uq UNIQUE (name), CONSTRAINT fk");

    project.migrate(unique, PET);

    assertThat(project.rows("SELECT * FROM pet ORDER BY id")).containsExactly("7,1", "8,2");
    nothingIsLeft(unique, PET);
    backAndForth(unique, PET);
  }

  @Test
  void aTableThatOthersReferredToIsDropped() {
    String free = "CREATE TABLE pet (id integer PRIMARY KEY, owner int)";

    project.migrate(free);

    assertThat(project.rows("SELECT * FROM pet ORDER BY id")).containsExactly("7,1", "8,2");
    nothingIsLeft(free);
    assertThatThrownBy(() -> project.model(free).downgrade("-1"))
        .hasMessageContaining("foreign keys would be broken");
  }

  @Test
  void viewsOverATableThatChangesStayUsable() {
    String view =
        "CREATE VIEW owned AS SELECT p.name, t.id FROM person p JOIN pet t ON t.owner = p.id";
    project.migrate(PERSON, PET, view);
    String unique = PERSON.replace("name text", "name varchar(50) NOT NULL DEFAULT ''");

    project.migrate(unique, PET, view);

    assertThat(project.rows("SELECT * FROM owned ORDER BY id"))
        .containsExactly("pearl,7", "opal,8");
    nothingIsLeft(unique, PET, view);
  }

  @Test
  void anotherNameOfTheSameTypeIsNoDifference() {
    String words = PERSON.replace("boss int", "boss INTEGER").replace("name text", "name TEXT");

    assertThat(project.model(words, PET).autogenerate("none").detected()).isEmpty();
    assertThat(project.model(words.replace("TEXT", "blob"), PET).autogenerate("some").detected())
        .hasSize(1);
  }

  @Test
  void whatTheModelCannotSayIsNotLostInARebuild() {
    project.run("CREATE TABLE pair (a int, b int, PRIMARY KEY (a)) WITHOUT ROWID");
    project.with("unmanaged", "include");
    String pair = "CREATE TABLE pair (a int, b int NOT NULL, PRIMARY KEY (a))";

    assertThatThrownBy(() -> project.model(PERSON, PET, pair).autogenerate("no"))
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-OBJECT")
        .hasMessageContaining("WITHOUT ROWID");
    assertThatThrownBy(
            () ->
                project.model(PERSON, PET, "CREATE TABLE strict (a int) STRICT").autogenerate("no"))
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-OBJECT")
        .hasMessageContaining("STRICT strict");
  }

  @Test
  void aDropIsHeldBackUntilItIsReleased() {
    project.with("drops", "pending");
    String less = PERSON.replace("name text, ", "");

    AutogenerateResult held = project.model(less, PET).autogenerate("held");
    project.with("drop", "person.name").migrate(less, PET);

    assertThat(held.heldBack()).hasSize(1);
    assertThat(project.rows("SELECT * FROM person")).containsExactly("1,null", "2,1");
    assertThatThrownBy(() -> project.model(PERSON, PET).downgrade("-2"))
        .hasMessageContaining("rows would be lost");
  }
}
