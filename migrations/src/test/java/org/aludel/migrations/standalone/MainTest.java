package org.aludel.migrations.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class MainTest {
  private final TestDatabase database;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @TempDir Path folder;
  private ApplicationJar application = new ApplicationJar(Path.of(""));
  private Path jar = Path.of("");

  MainTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void application() throws IOException {
    application = new ApplicationJar(folder).shop();
    jar = application.packed("app.jar", "db/migrations/");
  }

  @Test
  void revisionsAreRunAndUndoneOutOfAJar() {
    assertThat(run("upgrade")).isEqualTo(ExitCode.DONE);
    assertThat(said()).containsPattern("base -> a1 {2}a1 .*ms\n.*a1 -> b2 {2}b2");
    assertThat(database.query("SELECT name FROM person")).isEmpty();

    assertThat(run("upgrade")).isEqualTo(ExitCode.DONE);
    assertThat(said()).isEqualTo("nothing to do, the database is at b2\n");

    assertThat(run("downgrade", "--to=-1")).isEqualTo(ExitCode.DONE);
    assertThat(run("current")).isEqualTo(ExitCode.DONE);
    assertThat(said()).contains("b2 -> a1").contains("a1\npending  b2  b2");
  }

  @Test
  void revisionsOfASpringBootJarAreFoundWhereItPacksThem() throws IOException {
    jar = application.packed("boot.jar", "BOOT-INF/classes/db/migrations/");

    assertThat(run("upgrade")).isEqualTo(ExitCode.DONE);
    assertThat(run("history", "--to=b2:")).isEqualTo(ExitCode.DONE);

    assertThat(said()).endsWith("a1 -> b2  b2  (current, head)\n");
  }

  @Test
  void aDeploymentLearnsThatTheDatabaseIsBehind() {
    assertThat(run("check")).isEqualTo(ExitCode.NOT_AT_HEAD);
    assertThat(said()).contains("ORM-MIG-NOT-AT-HEAD");

    run("upgrade");

    assertThat(run("check")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void severalHeadsAreNotAtHeadEither() throws IOException {
    application.revision("c3", List.of("a1"), "SELECT 1", "SELECT 1");
    jar = application.packed("heads.jar", "db/migrations/");

    assertThat(run("upgrade")).isEqualTo(ExitCode.MISMATCH);
    assertThat(run("upgrade", "--to=heads")).isEqualTo(ExitCode.DONE);
    assertThat(run("check")).isEqualTo(ExitCode.NOT_AT_HEAD);
    assertThat(said()).contains("2 heads");
  }

  @Test
  void theSqlNeedsNoDatabase() {
    assertThat(run(Map.of(), "sql", "--jar=" + jar)).isEqualTo(ExitCode.DONE);
    assertThat(said()).contains("CREATE TABLE person (id int);").contains("-- upgrade a1 -> b2");

    assertThat(run(Map.of(), "sql", "--down", "--to=b2:base", "--jar=" + jar))
        .isEqualTo(ExitCode.DONE);
    assertThat(said()).contains("DROP TABLE person;");
  }

  @Test
  void eachWayToFailHasItsNumber() throws IOException {
    assertThat(run("upgrad")).isEqualTo(ExitCode.USAGE);
    assertThat(said()).contains("did you mean \"upgrade\"");
    assertThat(run("upgrade", "--password=hunter2")).isEqualTo(ExitCode.USAGE);
    assertThat(said()).contains("ALUDEL_PASSWORD").doesNotContain("hunter2");
    assertThat(run("downgrade")).isEqualTo(ExitCode.USAGE);
    assertThat(run(Map.of(), "upgrade")).isEqualTo(ExitCode.USAGE);
    assertThat(run(Map.of("ALUDEL_URL", "postgresql://127.0.0.1:1/nowhere"), "current"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(run("upgrade", "--to=zzzz")).isEqualTo(ExitCode.MISMATCH);

    application.revision("c3", List.of("b2"), "SELECT * FROM nothing", "SELECT 1");
    jar = application.packed("failing.jar", "db/migrations/");
    assertThat(run("upgrade")).isEqualTo(ExitCode.FAILED);
    assertThat(run("current")).isEqualTo(ExitCode.DONE);
    assertThat(said()).contains("b2\npending  c3");
  }

  @Test
  void numbersAreStableForScripts() {
    assertThat(ExitCode.values()).extracting(ExitCode::number).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void thePagesNeedNothing() {
    assertThat(run(Map.of(), "help")).isEqualTo(ExitCode.DONE);
    assertThat(said()).contains(Subcommand.words()).contains("6 the server cannot be reached");

    assertThat(run(Map.of(), "help", "upgrade")).isEqualTo(ExitCode.DONE);
    assertThat(said()).contains("--tag=NAME").doesNotContain("--down");
  }

  @Test
  void anUpgradeLeavesItsTagAndADowngradeTakesItsWordAboutRows() {
    assertThat(run("upgrade", "--tag=v1")).isEqualTo(ExitCode.DONE);
    assertThat(said()).endsWith("tagged v1\n");
    assertThat(database.query("SELECT tag FROM databasechangelog WHERE tag IS NOT NULL"))
        .hasToString("[[v1]]");

    assertThat(run("downgrade", "--to=base", "--lossy=perhaps")).isEqualTo(ExitCode.USAGE);
    assertThat(said()).contains("refuse, accept, keep");
    assertThat(run("downgrade", "--to=base", "--lossy=accept")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatTheBuildPackedSaysWhereRevisionsLieAndAreNoted() throws IOException {
    String index = "version-table shop_version\nlocation db/shop\na1\nhead b2\n";
    jar = application.packed("shop.jar", "db/shop/", Map.of("META-INF/aludel/shop/heads", index));

    assertThat(run("upgrade", "--database=shop")).isEqualTo(ExitCode.DONE);

    assertThat(database.query("SELECT version_num FROM shop_version")).hasToString("[[b2]]");
    assertThat(run("check", "--database=shop")).isEqualTo(ExitCode.DONE);
    assertThat(database.query("SELECT to_regclass('aludel_version')").get(0)).containsOnlyNulls();
  }

  private ExitCode run(String command, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = command;
    arguments[1] = "--jar=" + jar;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return run(
        Map.of(
            "ALUDEL_URL", database.jdbcUrl(),
            "ALUDEL_USER", database.user(),
            "ALUDEL_PASSWORD", database.password()),
        arguments);
  }

  private ExitCode run(Map<String, String> environment, String... arguments) {
    return Main.run(
        environment, folder, new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
  }

  /** All since it was asked last. */
  private String said() {
    String text = said.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    said.reset();
    return text;
  }
}
