package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.StepFile.custom;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.step.StepProgress;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps of users that are written in Java. */
@PostgresTest(perMethod = true)
class JavaStepTest {
  private static final String SLUGS =
      "SELECT id || ' ' || coalesce(slug, 'none') FROM post ORDER BY 1";
  private static final RunnerOptions OPTIONS =
      RunnerOptions.defaults().withSteps(JavaStepTest.class.getClassLoader());

  @BeforeEach
  void posts(TestDatabase database) {
    database.run(
        "CREATE TABLE post (id int PRIMARY KEY, title text, slug text);"
            + " INSERT INTO post VALUES (1, 'Hello World'), (2, 'Bye')");
  }

  private static Script script(String changes, String rollback) {
    return new Script().revision(StepFile.revision("aaaa", false, changes, rollback));
  }

  private static Script slugs() {
    String step = custom(FillSlugs.class, Map.of("length", "7"));
    return script(step, step);
  }

  private static RunResult upgrade(Script script, TestDatabase database) {
    return script.with(database, OPTIONS, ProgressListener.SILENT, r -> r.upgrade("head"));
  }

  private static RunResult down(Script script, TestDatabase database, RunnerOptions options) {
    return script.with(database, options, ProgressListener.SILENT, r -> r.downgrade("base"));
  }

  @Test
  void isToldTheArgumentsOfTheRun(TestDatabase database) {
    Script script = script(custom(NoteRegion.class, Map.of()), "");
    RunnerOptions told = OPTIONS.withArguments(Map.of("region", "north"));

    script.with(database, told, ProgressListener.SILENT, runner -> runner.upgrade("head"));

    assertThat(column(database, SLUGS)).containsExactly("1 north", "2 north");
  }

  @Test
  void isRunBothWaysWithItsParameters(TestDatabase database) {
    upgrade(slugs(), database);
    assertThat(column(database, SLUGS)).containsExactly("1 hello-w", "2 bye");

    down(slugs(), database, OPTIONS);
    assertThat(column(database, SLUGS)).containsExactly("1 none", "2 none");
    assertThat(heads(database)).isEmpty();
  }

  @Test
  void tellsHowFarItHasCome(TestDatabase database) {
    List<StepProgress> told = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void progress(Revision revision, StepProgress progress) {
            told.add(progress);
          }
        };

    slugs().with(database, OPTIONS, listener, runner -> runner.upgrade("head"));

    assertThat(told).hasSize(1);
    assertThat(told.get(0).what() + told.get(0).rows()).isEqualTo("post2");
  }

  @Test
  void aFailureRollsTheRevisionBackAndKeepsItsCause(TestDatabase database) {
    String both =
        custom(FillSlugs.class, Map.of("length", "7")) + ", " + custom(FailingStep.class, Map.of());

    RevisionException thrown = refused(() -> upgrade(script(both, ""), database));

    assertThat(thrown.code()).isEqualTo(MigrationCode.STEP_FAILED);
    assertThat(thrown)
        .hasMessageContaining("aaaa.yaml:12:")
        .hasMessageContaining("the step in Java threw java.io.IOException: no such file")
        .hasMessageContaining("nothing of the revision is done")
        .hasRootCauseInstanceOf(java.io.IOException.class);
    assertThat(column(database, SLUGS)).containsExactly("1 none", "2 none");
  }

  @Test
  void aClassThatIsMissingIsFoundBeforeAnythingRuns(TestDatabase database) {
    String wrong = custom(FillSlugs.class, Map.of("length", "7")).replace("FillSlugs", "FilSlugs");
    Script script = script("{sql: {sql: DROP TABLE post}}, " + wrong, "");

    RevisionException thrown = refused(() -> upgrade(script, database));

    assertThat(thrown.code()).isEqualTo(MigrationCode.JAVA_STEP);
    assertThat(thrown)
        .hasMessageContaining("cannot load the class \"org.aludel.migrations.runtime.FilSlugs\"")
        .hasMessageContaining("aaaa.yaml:12:49: java.lang.ClassNotFoundException");
    assertThat(column(database, SLUGS)).hasSize(2);
  }

  @Test
  void aParameterThatItDoesNotHaveIsRefused(TestDatabase database) {
    Script script = script(custom(FillSlugs.class, Map.of("lenght", "7")), "");

    RevisionException thrown = refused(() -> upgrade(script, database));

    assertThat(thrown.code()).isEqualTo(MigrationCode.JAVA_STEP);
    assertThat(thrown)
        .hasMessageContaining("aaaa.yaml:12:18: \"lenght\", did you mean \"length\"?");
  }

  @Test
  void aParameterThatIsMissingIsNamed(TestDatabase database) {
    Script script = script(custom(FillSlugs.class, Map.of()), "");

    assertThat(refused(() -> upgrade(script, database)))
        .hasMessageContaining("its parameter \"length\" is missing");
  }

  @Test
  void whatHasNoWayBackIsNotListedUnderRollback(TestDatabase database) {
    String step = custom(FillSlugs.class, Map.of("length", "7"));
    Script script = script(step, custom(FailingStep.class, Map.of()));
    upgrade(script, database);

    RevisionException thrown = refused(() -> down(script, database, OPTIONS));

    assertThat(thrown.code()).isEqualTo(MigrationCode.JAVA_STEP);
    assertThat(thrown).hasMessageContaining("a step without a way back, listed under rollback");
    assertThat(heads(database)).containsExactly("aaaa");
  }

  @Test
  void aScriptOfSqlIsRefused(TestDatabase database) {
    RevisionException thrown =
        refused(
            () ->
                slugs()
                    .with(
                        database,
                        RunnerOptions.defaults(),
                        ProgressListener.SILENT,
                        runner -> runner.upgradeScript("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.NOT_OFFLINE);
    assertThat(thrown).hasMessageContaining("aaaa.yaml:12:18: the change \"customChange\"");
  }

  @Test
  void anOlderApplicationGoesDownByTheTextThatWasKept(TestDatabase database) {
    upgrade(slugs(), database);

    down(new Script(), database, OPTIONS);

    assertThat(column(database, SLUGS)).containsExactly("1 none", "2 none");
  }

  @Test
  void anOlderApplicationWithoutTheClassSaysSo(TestDatabase database) throws Exception {
    upgrade(slugs(), database);
    try (URLClassLoader without =
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
      RevisionException thrown =
          refused(() -> down(new Script(), database, OPTIONS.withSteps(without)));

      assertThat(thrown.code()).isEqualTo(MigrationCode.JAVA_STEP);
      assertThat(thrown).hasMessageContaining("take the version of the application that has");
    }
    assertThat(heads(database)).containsExactly("aaaa");
  }
}
