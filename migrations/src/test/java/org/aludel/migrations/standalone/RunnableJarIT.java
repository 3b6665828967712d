package org.aludel.migrations.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after the jar is made, in processes of their own. */
@PostgresTest(perMethod = true)
class RunnableJarIT {
  private static final File CLI =
      new File(Objects.requireNonNull(System.getProperty("aludel.cli")));
  @TempDir Path folder;
  private String said = "";

  @Test
  void itUpgradesADatabaseOutOfAnApplicationsJar(TestDatabase database) throws Exception {
    String jar = "--jar=" + new ApplicationJar(folder).shop().packed("app.jar", "db/migrations/");

    assertThat(run(database, "check", jar)).isEqualTo(3);
    assertThat(run(database, "upgrade", jar)).isZero();
    assertThat(said).containsPattern("base -> a1 {2}a1 .*ms\\R.*a1 -> b2 {2}b2");
    assertThat(run(database, "current", jar)).isZero();
    assertThat(said).isEqualToNormalizingNewlines("b2  (head)\n");
    assertThat(run(database, "check", jar)).isZero();
    assertThat(run(database, "downgrade", "--to=base", jar)).isZero();
    assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 'person'"))
        .hasToString("[[0]]");
  }

  @Test
  void whatItRefusesHasANumberAndNoTrace(TestDatabase database) throws Exception {
    assertThat(run(database, "current", "--down")).isEqualTo(2);
    assertThat(said).contains("an option of sql").doesNotContain("\tat ").doesNotContain("SLF4J");
    assertThat(run(Map.of("ALUDEL_URL", "postgresql://127.0.0.1:1/nowhere"), "current"))
        .isEqualTo(6);
    assertThat(run(Map.of(), "help", "check")).isZero();
    assertThat(said).startsWith("java -jar aludel-migrations");
  }

  @Test
  void itHoldsNoLiquibaseNoMapperAndTheLicencesOfWhatItHolds() throws IOException {
    try (JarFile jar = new JarFile(CLI)) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(names)
          .noneMatch(each -> each.startsWith("liquibase/") || each.startsWith("org/aludel/orm/"))
          .noneMatch(each -> each.matches("META-INF/.*\\.(SF|DSA|RSA)|.*module-info\\.class"))
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/THIRD-PARTY.txt")
          .contains("META-INF/services/java.sql.Driver")
          .doesNotHaveDuplicates();
      assertThat(manifest.getValue("Main-Class")).isEqualTo(Main.class.getName());
      assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
    }
  }

  private int run(TestDatabase database, String... arguments) throws Exception {
    Map<String, String> environment =
        Map.of(
            "ALUDEL_URL", database.jdbcUrl(),
            "ALUDEL_USER", database.user(),
            "ALUDEL_PASSWORD", database.password());
    return run(environment, arguments);
  }

  private int run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", CLI.getPath()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }
}
