package org.aludel.migrations.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.dialect.postgresql.PostgresDialect;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A column of a large table is filled part by part. */
@PostgresTest(perMethod = true)
class ChunkedFillTest {
  /** Two rows a page, 1,250 pages: two parts. */
  private static final String TABLE =
      "CREATE TABLE t (id int PRIMARY KEY, pad text, n int); ALTER TABLE t ALTER pad SET STORAGE"
          + " PLAIN; INSERT INTO t SELECT g, repeat('x', 3500) FROM generate_series(1, 2500) g;"
          + " ANALYZE t";

  private static final String FILL =
      new ChunkedFill(new PostgresDialect().quoter())
          .statement(QualifiedName.of("t"), "n", "id * 2")
          .sql();

  private static List<String> column(TestDatabase database, String sql) {
    return database.query(sql).stream().map(row -> String.valueOf(row.get(0))).toList();
  }

  @Test
  void allRowsAreFilled(TestDatabase database) throws Exception {
    database.run(TABLE);

    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(FILL);
    }

    assertThat(column(database, "SELECT count(*) FROM t WHERE n = id * 2")).containsExactly("2500");
  }

  /** On PostgreSQL 13 too, which has no scan of a range of pages. */
  @Test
  void aPartReadsItsPagesAlone(TestDatabase database) {
    database.run(TABLE);
    Matcher part = Pattern.compile("UPDATE .*?(?=;)", Pattern.DOTALL).matcher(FILL);
    assertThat(part.find()).isTrue();
    String sql = part.group().replaceAll("\\bpage\\b", "1000").replace("places)", "292)");

    String plan =
        String.join(
            "\n", column(database, "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + sql));

    assertThat(plan).contains("Tid Scan on t").doesNotContain("Seq Scan");
    assertThat(column(database, "SELECT count(*) FROM t WHERE n IS NULL")).containsExactly("2000");
  }

  @Test
  void aRowThatMovesToPagesThatAreDoneIsFilled(TestDatabase database) throws Exception {
    database.run(TABLE + "; DELETE FROM t WHERE id = 2");
    database.run("VACUUM (INDEX_CLEANUP true) t");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (Connection holder = database.open();
        Connection filler = database.open();
        Statement hold = holder.createStatement();
        Statement fill = filler.createStatement()) {
      holder.setAutoCommit(false);
      hold.execute("SELECT 1 FROM t WHERE id = 1 FOR UPDATE");
      Future<Boolean> filled = threads.submit(() -> fill.execute(FILL));
      String waiting = "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'";
      while (database.query(waiting).isEmpty() && !filled.isDone()) {
        Thread.sleep(5);
      }
      database.run("UPDATE t SET pad = pad WHERE id = 2400");
      assertThat(column(database, "SELECT ctid FROM t WHERE id = 2400"))
          .as("the free place of the first page")
          .containsExactly("(0,2)");
      holder.commit();

      assertThat(filled.get()).isFalse();
    } finally {
      threads.shutdownNow();
    }
    assertThat(column(database, "SELECT id FROM t WHERE n IS NULL")).isEmpty();
  }
}
