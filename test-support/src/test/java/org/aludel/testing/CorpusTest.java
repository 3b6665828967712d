package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PostgresTest(judge = true)
final class CorpusTest {
  @Test
  void listsVersionsOldestFirst() {
    String name = Corpus.evolutions().stream().findFirst().orElse("auction");

    List<Path> versions = Corpus.evolution(name);

    assertThat(versions).hasSizeGreaterThan(1).isSorted();
    assertThat(versions.get(0)).hasFileName("001.sql").isRegularFile();
  }

  @Test
  void refusesANameThatIsNotThere() {
    Corpus.assumeAvailable();

    assertThatThrownBy(() -> Corpus.schema("no_such_schema"))
        .hasMessageContaining("no_such_schema.sql");
  }

  /** Two programs that were written apart judge the same dumps. */
  @Test
  void everySchemaLoadsAndItsDumpIsThatOfTheCorpusesOwnTool(TestDatabase database)
      throws Exception {
    SchemaDump.assumeAvailable();
    Corpus.assumeAvailable();
    for (String name : Corpus.schemas()) {
      try (TestDatabase loaded = database.another()) {
        loaded.run(Files.readString(Corpus.schema(name)));

        assertThat(SchemaDump.standard().of(loaded)).as(name).isEqualTo(judge(loaded, ""));
        assertThat(SchemaDump.standard().ignoringColumnOrder().of(loaded))
            .as("%s without the order of columns", name)
            .isEqualTo(judge(loaded, "--ignore-column-order"));
      }
    }
  }

  private static String judge(TestDatabase database, String flag)
      throws IOException, InterruptedException {
    Path tool = Corpus.find().orElseThrow().resolve("tools/dumpnorm.sh");
    ProcessBuilder builder = new ProcessBuilder("bash", tool.toString(), flag, database.name());
    builder.command().remove("");
    builder
        .environment()
        .putAll(
            Map.of(
                "PGHOST", database.host(),
                "PGPORT", String.valueOf(database.port()),
                "PGUSER", database.user(),
                "PGPASSWORD", database.password()));
    Process process = builder.redirectErrorStream(true).start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
