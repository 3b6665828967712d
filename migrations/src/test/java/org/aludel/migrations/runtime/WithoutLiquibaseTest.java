package org.aludel.migrations.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aludel.migrations.revision.Revision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The runner in a JVM that has no Liquibase. */
@PostgresTest(perMethod = true)
class WithoutLiquibaseTest {
  @Test
  void upgradesWithoutLiquibase(TestDatabase database) throws Exception {
    Process process = start(UpgradeProgram.class, database.jdbcUrl(), "0", "false");

    assertThat(process.waitFor()).isZero();
    assertThat(Script.heads(database))
        .containsExactlyElementsOf(
            LongHistory.script().map().heads().stream().map(Revision::id).toList());
  }

  @Test
  void refusesAChangeOfLiquibaseBeforeAnythingIsRun(TestDatabase database) throws Exception {
    Process process = start(ForeignChangeProgram.class, database.jdbcUrl());
    String message = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(message)
        .startsWith("ORM-MIG-UNKNOWN-CHANGE: cannot run the change \"tagDatabase\"")
        .contains("add the dependency org.liquibase:liquibase-core");
    assertThat(Script.tables(database)).isEmpty();
  }

  @Test
  void runsStepsInJavaAndBackfills(TestDatabase database) throws Exception {
    database.run(
        "CREATE TABLE post (id int PRIMARY KEY, title text, slug text, n int DEFAULT 0);"
            + " INSERT INTO post VALUES (1, 'Hello World')");

    Process process = start(JavaStepProgram.class, database.jdbcUrl());

    assertThat(process.waitFor()).isZero();
    assertThat(Script.column(database, "SELECT slug || n FROM post")).containsExactly("hello-w1");
  }

  private static Process start(Class<?> program, String... arguments) throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !new File(entry).getName().startsWith("liquibase-"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
