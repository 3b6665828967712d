package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The words that are quoted, against the keywords of servers of two major versions. */
final class ReservedWordsTest {
  private static final String KEYWORDS =
      "SELECT word, quote_ident(word) FROM pg_get_keywords() ORDER BY 1";

  private static void quotesWhatTheServerQuotes(TestDatabase database) {
    List<List<@Nullable String>> words = database.query(KEYWORDS);

    assertThat(words).hasSizeGreaterThan(400);
    assertThat(
            words.stream()
                .filter(word -> !needsQuotes(word) && !Objects.equals(word.get(0), word.get(1)))
                .toList())
        .isEmpty();
  }

  private static boolean needsQuotes(List<@Nullable String> word) {
    return PostgresIdentifiers.quoter().needsQuotes(Objects.requireNonNull(word.get(0)));
  }

  @Nested
  @PostgresTest
  final class Newest {
    @Test
    void noReservedWordIsWrittenBare(TestDatabase database) {
      quotesWhatTheServerQuotes(database);
    }

    @Test
    void everyWordWorksAsANameOfEachKind(TestDatabase database) {
      StringBuilder sql = new StringBuilder();
      for (List<@Nullable String> word : database.query(KEYWORDS)) {
        String name = PostgresIdentifiers.quoter().quote(Objects.requireNonNull(word.get(0)));
        sql.append("CREATE TABLE ").append(name).append(" (").append(name).append(" integer);");
        sql.append("SELECT ").append(name).append(" FROM ").append(name).append(" AS ");
        sql.append(name).append(';');
      }

      database.run(sql.toString());

      assertThat(
              database
                  .query(
                      "SELECT count(*)::text FROM pg_class WHERE relkind = 'r'"
                          + " AND relnamespace = 'public'::regnamespace")
                  .get(0)
                  .get(0))
          .isEqualTo(String.valueOf(database.query(KEYWORDS).size()));
    }
  }

  @Nested
  @PostgresTest(judge = true)
  final class Older {
    @Test
    void noReservedWordIsWrittenBare(TestDatabase database) {
      quotesWhatTheServerQuotes(database);
    }
  }
}
