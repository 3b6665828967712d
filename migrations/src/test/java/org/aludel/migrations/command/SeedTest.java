package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aludel.migrations.seed.SeedResult;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class SeedTest {
  private static final String SCHEMA =
      """
      CREATE TABLE country (code char(2) PRIMARY KEY, name text NOT NULL UNIQUE);
      CREATE TYPE mood AS ENUM ('calm', 'wild');
      CREATE TABLE artist (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL UNIQUE, country char(2) REFERENCES country, state mood, extra json,
        tags text[], born date);
      CREATE TABLE work (id serial PRIMARY KEY, artist bigint NOT NULL REFERENCES artist,
        title varchar(30) NOT NULL, price numeric(8, 2) NOT NULL DEFAULT 1 CHECK (price > 0),
        at timestamptz NOT NULL)
      """;

  @TempDir Path directory;
  private Workshop workshop;
  private Migrations migrations;

  SeedTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
    migrations = workshop.model();
  }

  @BeforeEach
  void open(TestDatabase database) throws IOException {
    database.run(SCHEMA);
    Files.writeString(
        directory.resolve("aludel.yaml"), "profiles: {dev: {disposable: true}, prod: {}}\n");
    workshop = new Workshop(database, directory).with("profile", "dev");
    migrations = workshop.model();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void referencedTablesComeFirstWhateverTheirFilesAreCalled(TestDatabase database) {
    file("artist.csv", "name,country\nBroodthaers,be\n");
    file("country.csv", "code,name\nbe,Belgium\n");

    SeedResult result = seed();

    assertThat(result.files())
        .containsExactly(
            new SeedResult.SeededFile("country.csv", 1, 1, 0),
            new SeedResult.SeededFile("artist.csv", 1, 1, 0));
    assertThat(database.query("SELECT name, country FROM artist"))
        .containsExactly(List.of("Broodthaers", "be"));
  }

  @Test
  void aSecondRunWritesOnlyWhatDiffers(TestDatabase database) {
    file("country.csv", "code,name\nbe,Belgium\nfr,France\n");
    seed();
    String before = versions(database);

    assertThat(seed().files()).containsExactly(new SeedResult.SeededFile("country.csv", 2, 0, 0));
    assertThat(versions(database)).isEqualTo(before);

    file("country.csv", "code,name\nbe,Belgique\nfr,France\n");
    assertThat(seed().files()).containsExactly(new SeedResult.SeededFile("country.csv", 2, 0, 1));
    assertThat(database.query("SELECT name FROM country WHERE code = 'be'"))
        .containsExactly(List.of("Belgique"));
  }

  @Test
  void rowsAreKnownAgainByANaturalKeyWhereTheFileHasNoPrimaryKey(TestDatabase database) {
    file("artist.csv", "name,state\nEnsor,calm\n");
    seed();
    file("artist.csv", "name,state\nEnsor,wild\n");

    assertThat(seed().files()).containsExactly(new SeedResult.SeededFile("artist.csv", 1, 0, 1));
    assertThat(database.query("SELECT id, name, state FROM artist"))
        .containsExactly(List.of("1", "Ensor", "wild"));
  }

  /** Nulls are no conflict, so that such a row would come again with each run. */
  @Test
  void aRowWithoutItsKeyIsRefused(TestDatabase database) {
    database.run("CREATE TABLE badge (code text UNIQUE, title text)");
    file("badge.csv", "code,title\ngold,first\n,none\n");

    assertThatThrownBy(this::seed)
        .hasMessageContaining("badge.csv")
        .hasMessageContaining("row 2 without a value for key column \"code\"");
    assertThat(database.query("SELECT count(*) FROM badge")).hasToString("[[0]]");
  }

  @Test
  void valuesAreReadAsCopyReadsThem(TestDatabase database) {
    file(
        "artist.csv",
        String.join(
            "\r\n",
            "\uFEFFid,name,extra,tags,born",
            "7,\"a \"\"b\"\",\nc\",\"{\"\"n\"\": 1}\",\"{x,y}\",",
            "8,\"\",,{},1860-04-13",
            ""));

    seed();

    assertThat(
            database.query("SELECT id, name, extra ->> 'n', tags[2], born FROM artist ORDER BY 1"))
        .containsExactly(
            Arrays.asList("7", "a \"b\",\nc", "1", "y", null),
            Arrays.asList("8", "", null, null, "1860-04-13"));
  }

  @Test
  void numbersThatAFileHasUsedAreNotGivenAgain(TestDatabase database) {
    file("artist.csv", "id,name\n41,Ensor\n");

    seed();
    database.run("INSERT INTO artist (name) VALUES ('Magritte')");

    assertThat(database.query("SELECT id FROM artist ORDER BY 1"))
        .containsExactly(List.of("41"), List.of("42"));
  }

  @Test
  void filesOfAProfileCountUnderItAlone(TestDatabase database) {
    file("country.csv", "code,name\nbe,Belgium\n");
    file("dev/artist.csv", "name\nEnsor\n");
    file("prod/artist.csv", "name\nMagritte\n");

    seed();

    assertThat(database.query("SELECT name FROM artist")).containsExactly(List.of("Ensor"));
  }

  @Test
  void sqlRunsBehindTheRowsOfTables(TestDatabase database) {
    file("a.sql", "UPDATE country SET name = upper(name); INSERT INTO artist (name) VALUES ('x?')");
    file("country.csv", "code,name\nbe,Belgium\n");

    seed();

    assertThat(database.query("SELECT c.name, a.name FROM country c, artist a"))
        .containsExactly(List.of("BELGIUM", "x?"));
  }

  @Test
  void oneFaultAndNothingIsPutIn(TestDatabase database) {
    file("country.csv", "code,name\nbe,Belgium\n");
    file("artist.csv", "name,country\nEnsor,xx\n");

    assertThatThrownBy(this::seed)
        .hasMessageContaining("ORM-MIG-SEED-FAILED")
        .hasMessageContaining("artist.csv")
        .hasMessageContaining("artist_country_fkey");
    assertThat(database.query("SELECT * FROM country")).isEmpty();
  }

  @Test
  void whatIsTooLongIsRefusedAndNotCut() {
    file("country.csv", "code,name\nbel,Belgium\n");

    assertThatThrownBy(this::seed).hasMessageContaining("value too long for type character(2)");
  }

  @Test
  void whatIsWrongWithAFileIsNamedWithItsLine() {
    file("country.csv", "code,nam\nbe,Belgium\n");
    assertThatThrownBy(this::seed)
        .hasMessageContaining("country.csv:1")
        .hasMessageContaining("did you mean \"name\"");

    file("country.csv", "code,name\nbe,\"Bel\ngium\"\nfr\n");
    assertThatThrownBy(this::seed)
        .hasMessageContaining("country.csv:4")
        .hasMessageContaining("1 fields");

    file("country.csv", "code,name\nbe,\"Belgium\n");
    assertThatThrownBy(this::seed).hasMessageContaining("country.csv:2");

    file("country.csv", "code,name\n");
    file("work.csv", "title\nx\n");
    assertThatThrownBy(this::seed).hasMessageContaining("no key of public.work among title");

    file("work.csv", "id\n");
    file("wrok.csv", "id\n");
    assertThatThrownBy(this::seed).hasMessageContaining("no table \"wrok\"");
  }

  @Test
  void emptyTablesAreFilledWithRowsThatRespectTheirConstraints(TestDatabase database) {
    file("country.csv", "code,name\nbe,Belgium\nfr,France\n");

    SeedResult result = migrations.seed(directory.resolve("seed"), 300, null);

    assertThat(result.filled()).containsExactly("artist", "work");
    assertThat(result.empty()).isEmpty();
    assertThat(
            database.query(
                "SELECT (SELECT count(*) FROM country), (SELECT count(*) FROM artist), (SELECT"
                    + " count(*) FROM work), (SELECT count(DISTINCT country) FROM artist)"))
        .containsExactly(List.of("2", "300", "300", "2"));
    assertThat(migrations.seed(directory.resolve("seed"), 300, null).filled()).isEmpty();
  }

  @Test
  void aDatabaseThatIsNotDisposableTakesItsName(TestDatabase database) {
    file("country.csv", "code,name\nbe,Belgium\n");
    Path folder = directory.resolve("seed");
    Migrations prod = workshop.with("profile", "prod").model();

    assertThatThrownBy(() -> prod.seed(folder, 0, null))
        .hasMessageContaining("ORM-MIG-NOT-DISPOSABLE")
        .hasMessageContaining("the profile \"prod\"");
    assertThatThrownBy(() -> prod.seed(folder, 0, "shop"))
        .hasMessageContaining("\"shop\" is not its name");
    assertThat(database.query("SELECT * FROM country")).isEmpty();
    assertThat(prod.seed(folder, 0, "prod").files()).hasSize(1);
    assertThat(prod.seed(folder, 0, database.name()).files()).hasSize(1);
  }

  private SeedResult seed() {
    return migrations.seed(directory.resolve("seed"), 0, null);
  }

  /** Which version of each row is there. */
  private static String versions(TestDatabase database) {
    return String.valueOf(database.query("SELECT xmin, ctid, code FROM country ORDER BY code"));
  }

  private void file(String name, String text) {
    Path file = directory.resolve("seed").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    }
  }
}
