package org.aludel.migrations.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.aludel.testing.Corpus;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real schemas become classes and files that compile with the processor, that a registry accepts,
 * and that differ from the database in nothing.
 */
@PostgresTest
final class ReversedCorpusTest {
  private static final boolean FULL = Boolean.getBoolean("aludel.full");

  /** Serial keys, domains, unlogged tables and enums of another schema. */
  private static final List<String> SAMPLE =
      List.of("chinook_serial", "pagila", "danbooru", "supabase_auth");

  @Test
  void everySchemaDiffersInNothing(
      TestDatabase database, TestReporter report, @TempDir Path folder) {
    Corpus.assumeAvailable();
    List<String> schemas = FULL ? Corpus.schemas() : SAMPLE;
    Map<String, String> failures = new ConcurrentSkipListMap<>();
    StringBuilder notMapped = new StringBuilder();

    for (String schema : schemas) {
      try (TestDatabase one = database.another()) {
        one.run(Files.readString(Corpus.schema(schema)));
        Reversed reversed = Reversed.of(one, folder.resolve(schema));
        notMapped.append(schema).append(' ').append(reversed.files().notMapped()).append('\n');
        List<String> faults = reversed.faults();
        if (!faults.isEmpty()) {
          failures.put(schema, String.join("\n", faults));
        }
      } catch (Exception failure) {
        failures.put(schema, String.valueOf(failure));
      }
    }

    report.publishEntry("not mapped", notMapped.toString());
    assertThat(failures).isEmpty();
    assertThat(schemas).hasSize(FULL ? 24 : 4);
  }
}
