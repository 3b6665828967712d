package org.aludel.dialect.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real schemas: what was reflected creates an equal database, privileges included, as pg_dump and
 * the server see it. Nothing of them is left uncovered.
 */
@Tag("servers")
@PostgresTest(judge = true)
class CorpusRoundTripTest {
  static Stream<Path> schemas() {
    Corpus.assumeAvailable();
    return Corpus.schemas().stream().map(Corpus::schema);
  }

  /** The newest version of each, and with {@code -Pfull} the oldest too. */
  static Stream<Path> evolutions() {
    Corpus.assumeAvailable();
    return Corpus.evolutions().stream()
        .map(Corpus::evolution)
        .flatMap(
            versions ->
                Stream.concat(
                    versions.stream().limit(Boolean.getBoolean("aludel.full") ? 1 : 0),
                    Stream.of(versions.get(versions.size() - 1))));
  }

  @ParameterizedTest
  @MethodSource({"schemas", "evolutions"})
  void reflectedSchemasCreateAnEqualDatabase(Path file, TestDatabase server) throws IOException {
    try (TestDatabase source = server.another()) {
      source.run(Files.readString(file));

      RoundTrip.createsItsEqual(source);
    }
  }
}
