package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.aludel.schema.MetaData;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real schemas: what was reflected creates an equal database, as pg_dump sees it, privileges
 * included. Nothing of them is left uncovered.
 */
@PostgresTest(judge = true)
class CorpusRoundTripTest {
  private static final SchemaDump DUMP = SchemaDump.standard().withPrivileges();

  static Stream<Path> schemas() {
    Corpus.assumeAvailable();
    return Corpus.schemas().stream().map(Corpus::schema);
  }

  /** The newest and the oldest version of each. */
  static Stream<Path> evolutions() {
    Corpus.assumeAvailable();
    return Corpus.evolutions().stream()
        .map(Corpus::evolution)
        .flatMap(versions -> Stream.of(versions.get(0), versions.get(versions.size() - 1)));
  }

  @ParameterizedTest
  @MethodSource({"schemas", "evolutions"})
  void reflectedSchemasCreateAnEqualDatabase(Path file, TestDatabase server) throws IOException {
    SchemaDump.assumeAvailable();
    try (TestDatabase source = server.another();
        TestDatabase copy = server.another()) {
      source.run(Files.readString(file));

      MetaData found = Reflection.of(source);
      Reflection.create(copy, found);

      assertThat(found.uncovered()).isEmpty();
      assertThat(DUMP.of(copy)).isEqualTo(DUMP.of(source));
      assertThat(Reflection.of(copy)).isEqualTo(found);
      Reflection.drop(copy, found);
      assertThat(Reflection.of(copy)).isEqualTo(MetaData.empty());
    }
  }
}
