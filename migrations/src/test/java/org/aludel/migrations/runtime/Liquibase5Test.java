package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.aludel.migrations.runtime.Script.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.migrations.step.Backfill;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Liquibase 5 works on what we applied, and we on what it applied. In a process of its own, because
 * 4.33 is what the project is built with.
 */
@PostgresTest(perMethod = true)
class Liquibase5Test {
  private static final String VERSION = "5.0.4";
  private static final RunnerOptions OPTIONS =
      RunnerOptions.defaults().withSteps(Liquibase5Test.class.getClassLoader());

  @TempDir Path directory;

  private static Script script() {
    String slugs = StepFile.custom(FillSlugs.class, Map.of("length", "7"));
    Map<String, String> fill =
        Map.of("table", "post", "set", "n = n + 1", "batch", "2", "where", "n IS NOT NULL");
    return new Script()
        .revision(
            "aaaa",
            "CREATE TABLE post (id int PRIMARY KEY, title text, slug text, n int DEFAULT 0) //"
                + " DROP TABLE post",
            "INSERT INTO post (id, title) SELECT g, 'Title ' || g FROM generate_series(1, 5) g // ",
            "!CREATE INDEX CONCURRENTLY ix ON post (n) // DROP INDEX CONCURRENTLY ix")
        .revision(StepFile.revision("bbbb", "aaaa", false, slugs, slugs))
        .revision(
            StepFile.revision("cccc", "bbbb", true, StepFile.custom(Backfill.class, fill), ""));
  }

  private static RunResult upgrade(TestDatabase database) {
    return script().with(database, OPTIONS, ProgressListener.SILENT, r -> r.upgrade("head"));
  }

  @Test
  void worksOnWhatWeAppliedAndWeOnWhatItApplied(TestDatabase database) throws Exception {
    try (TestDatabase other = database.another()) {
      new PlainLiquibase(directory, database).files(script());
      upgrade(database);

      List<String> said =
          liquibase(
              List.of(
                  database.jdbcUrl(),
                  "status",
                  database.jdbcUrl(),
                  "update",
                  database.jdbcUrl(),
                  "rollbackCount:2",
                  other.jdbcUrl(),
                  "update"));

      assertThat(said).element(0).isEqualTo("version " + VERSION);
      assertThat(said).element(1).asString().contains("is up to date");
      assertThat(column(database, "SELECT DISTINCT coalesce(slug, 'none') FROM post"))
          .as("what stands under rollback has run")
          .containsExactly("none");
      assertThat(ledger(database)).containsExactly("aaaa-1", "aaaa-2", "aaaa-3");
      assertThat(upgrade(database).steps()).hasSize(2);
      assertThat(heads(database)).containsExactly("cccc");

      String rows = "SELECT id || slug || n FROM post ORDER BY id";
      assertThat(column(other, rows)).element(0).isEqualTo("1title-11");
      assertThat(upgrade(other).steps()).isEmpty();
      assertThat(heads(other)).containsExactly("cccc");
      script().with(other, OPTIONS, ProgressListener.SILENT, r -> r.downgrade("base"));
      assertThat(tables(other)).isEmpty();
    }
  }

  private List<String> liquibase(List<String> commands) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Liquibase5Program.class.getName(),
                directory.toString()));
    line.addAll(commands);
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  /** Ours with the other version in the place of the one that we are built with. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry))
        .map(entry -> name(entry).startsWith("liquibase-core-") ? newer(entry) : entry)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** The build copies it; without the build it lies beside the other in the local repository. */
  private static Path newer(Path built) {
    String jar = "liquibase-core-" + VERSION + ".jar";
    Path copied =
        Path.of(System.getProperty("basedir", "")).resolve("target/liquibase-5").resolve(jar);
    Path beside = built.resolveSibling("../" + VERSION).resolve(jar).normalize();
    return Files.exists(copied) ? copied : beside;
  }
}
