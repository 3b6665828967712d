package org.aludel.engine;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.aludel.sql.Row;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that the server makes only when they are fetched: a sequence tells how many it made. */
@PostgresTest
final class StreamTest {
  private static final String ROWS = "SELECT nextval('made') FROM generate_series(1, 100000)";
  private final TestDatabase database;
  private final Engine engine;
  private final Connection connection;

  StreamTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(database.dataSource());
    this.connection = engine.connect();
    database.run("DROP SEQUENCE IF EXISTS made; CREATE SEQUENCE made");
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  private long made() {
    return Long.parseLong(
        String.valueOf(database.query("SELECT last_value FROM made").get(0).get(0)));
  }

  /** How many rows the server had made when so many had been read. */
  private List<Long> madeAfter(Iterator<Row> rows, int... read) {
    List<Long> made = new ArrayList<>();
    int done = 0;
    for (int count : read) {
      for (; done < count; done++) {
        rows.next();
      }
      made.add(made());
    }
    return made;
  }

  @Test
  void fetchesSoManyAtATime() {
    Result<Row> result = connection.execute(text(ROWS), options -> options.fetchSize(100));

    assertThat(madeAfter(result.iterator(), 1, 100, 101, 201))
        .containsExactly(100L, 100L, 200L, 300L);
    result.close();
    assertThat(made()).isEqualTo(300);
  }

  @Test
  void beginsWithFewRowsAndFetchesMoreEachTime() {
    Result<Row> result = connection.execute(text(ROWS), options -> options.growingFetch(500));

    assertThat(madeAfter(result.iterator(), 1, 10, 11, 50, 51, 210, 211, 710, 711, 1211))
        .containsExactly(10L, 10L, 50L, 50L, 210L, 210L, 710L, 710L, 1210L, 1710L);
  }

  @Test
  void fetchesEverythingUnlessAsked() {
    Result<Row> result = connection.execute(text(ROWS), options -> options);

    assertThat(madeAfter(result.iterator(), 1)).containsExactly(100_000L);
  }

  @Test
  void partitionsComeAsTheyAreFetched() {
    Result<Row> result = connection.execute(text(ROWS), options -> options.fetchSize(100));
    Iterator<List<Row>> parts = result.partitions(100).iterator();

    assertThat(parts.next()).hasSize(100);
    assertThat(parts.next()).hasSize(100);
    // Whether there is a row behind the part is known only by fetching it.
    assertThat(made()).isLessThanOrEqualTo(300);
  }

  @Test
  void partsNeedATransaction() {
    try (Connection loose = engine.connectAutocommit()) {
      assertThatThrownBy(() -> loose.execute(text(ROWS), options -> options.fetchSize(100)))
          .hasMessageContaining("cannot fetch rows in parts")
          .hasMessageContaining("an autocommit connection");
      assertThatThrownBy(() -> loose.fetchSize(100))
          .hasMessageContaining("an autocommit connection");
    }
  }

  @Test
  void theEndOfTheTransactionEndsTheStream() {
    Iterator<Row> rows =
        connection.execute(text(ROWS), options -> options.fetchSize(100)).iterator();
    rows.next();

    connection.commit();

    assertThatThrownBy(rows::next).hasMessageContaining("ORM-ENGINE-CLOSED");
  }
}
