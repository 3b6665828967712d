package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.aludel.migrations.step.Backfill;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain Liquibase 4.33 runs the steps in Java of our files, with our library on its class path. */
@PostgresTest(perMethod = true)
class LiquibaseStepTest {
  private static final String SLUGS =
      "SELECT id || ' ' || coalesce(slug, 'none') FROM post ORDER BY 1";
  @TempDir Path directory;

  @BeforeEach
  void posts(TestDatabase database) {
    database.run(
        "CREATE TABLE post (id int PRIMARY KEY, title text, slug text);"
            + " INSERT INTO post VALUES (1, 'Hello World'), (2, 'Bye')");
  }

  private PlainLiquibase liquibase(TestDatabase database, Script script) throws Exception {
    return new PlainLiquibase(directory, database).files(script);
  }

  private static Script slugs() {
    String step = StepFile.custom(FillSlugs.class, Map.of("length", "7"));
    return new Script().revision(StepFile.revision("aaaa", false, step, step));
  }

  @Test
  void runsAndUndoesOne(TestDatabase database) throws Exception {
    PlainLiquibase liquibase = liquibase(database, slugs());

    liquibase.run("update");
    assertThat(column(database, SLUGS)).containsExactly("1 hello-w", "2 bye");

    liquibase.run("rollbackCount", "count", 1);
    assertThat(column(database, SLUGS)).containsExactly("1 none", "2 none");
  }

  @Test
  void keepsAChecksumOfClassVersionAndParameters(TestDatabase database) throws Exception {
    liquibase(database, slugs()).run("update");

    assertThat(column(database, "SELECT md5sum FROM databasechangelog"))
        .containsExactly("9:7b3f3269177c657b74c261fb903153df");
  }

  @Test
  void doesNotRunItForAScriptOfSql(TestDatabase database) throws Exception {
    liquibase(database, slugs()).run("updateSql");

    assertThat(column(database, SLUGS)).containsExactly("1 none", "2 none");
  }

  @Test
  void aFailureLeavesNothing(TestDatabase database) throws Exception {
    String both =
        StepFile.custom(FillSlugs.class, Map.of("length", "7"))
            + ", "
            + StepFile.custom(FailingStep.class, Map.of());
    PlainLiquibase liquibase =
        liquibase(database, new Script().revision(StepFile.revision("aaaa", false, both, "")));

    assertThatThrownBy(() -> liquibase.run("update")).hasMessageContaining("no such file");
    assertThat(column(database, SLUGS)).containsExactly("1 none", "2 none");
  }

  @Test
  void aWrongParameterIsRefusedBeforeItRuns(TestDatabase database) throws Exception {
    String step = StepFile.custom(FillSlugs.class, Map.of("lenght", "7"));
    PlainLiquibase liquibase =
        liquibase(database, new Script().revision(StepFile.revision("aaaa", false, step, "")));

    assertThatThrownBy(() -> liquibase.run("update")).hasMessageContaining("did you mean");
  }

  @Test
  void runsABackfillInPartsThatAreCommitted(TestDatabase database) throws Exception {
    Map<String, String> fill =
        Map.of("table", "post", "set", "slug = 'x' || 1 / (3 - id)", "batch", "1");
    database.run("INSERT INTO post VALUES (3, 'divides by zero')");
    String step = StepFile.custom(Backfill.class, fill);
    PlainLiquibase liquibase =
        liquibase(database, new Script().revision(StepFile.revision("aaaa", true, step, "")));

    assertThatThrownBy(() -> liquibase.run("update")).hasMessageContaining("division by zero");
    assertThat(column(database, SLUGS)).containsExactly("1 x0", "2 x1", "3 none");
    assertThat(column(database, "SELECT position FROM aludel_backfill")).containsExactly("{2}");

    database.run("UPDATE post SET slug = 'kept' WHERE id < 3; UPDATE post SET id = 4 WHERE id = 3");
    liquibase.run("update");

    assertThat(column(database, SLUGS)).containsExactly("1 kept", "2 kept", "4 x-1");
    assertThat(column(database, "SELECT count(*) FROM aludel_backfill")).containsExactly("0");
  }
}
