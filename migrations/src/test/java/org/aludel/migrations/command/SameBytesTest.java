package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A revision's bytes depend on nothing but the database and the model. Two processes write it,
 * since within one the sets of the JDK have the same order each time.
 */
@PostgresTest(perMethod = true)
final class SameBytesTest {
  private static final Pattern ID = Pattern.compile("(?m)^  id: \"([0-9a-f]{12})\"$");

  @Test
  void ofALargeSchemaFromNothing(TestDatabase database, @TempDir Path directory) throws Exception {
    Path model = Corpus.schema("panoptes");

    String one = written(database, Files.createDirectory(directory.resolve("one")), model);
    String two = written(database, Files.createDirectory(directory.resolve("two")), model);

    assertThat(one.lines().count()).isGreaterThan(2000);
    assertThat(two).isEqualTo(one);
  }

  @Test
  void ofALargeChange(TestDatabase database, @TempDir Path directory) throws Exception {
    List<Path> versions = Corpus.evolution("harbor");
    database.run(Files.readString(versions.get(1)));
    Path model = versions.get(2);

    String one = written(database, Files.createDirectory(directory.resolve("one")), model);
    String two = written(database, Files.createDirectory(directory.resolve("two")), model);

    assertThat(one).contains("DROP TABLE").contains("OWNED BY NONE");
    assertThat(two).isEqualTo(one);
  }

  /** The file that another process writes, without id and time. */
  private static String written(TestDatabase database, Path directory, Path model)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    AutogenerateProgram.class.getName(),
                    database.jdbcUrl(),
                    directory.toString(),
                    model.toString()))
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    try (Stream<Path> files = Files.list(directory.resolve("src/main/resources/db/migrations"))) {
      String text = Files.readString(files.findFirst().orElseThrow());
      Matcher id = ID.matcher(text);
      assertThat(id.find()).isTrue();
      return text.replace(id.group(1), "ID").replaceFirst("(?m)^  created: .*$", "");
    }
  }
}
