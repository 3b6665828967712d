package org.aludel.engine;

import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.parameter;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aludel.error.database.UniqueViolation;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One statement, many rows of values for its parameters. */
@PostgresTest
final class BatchStatementTest {
  private static final NamedTable ITEM = Sql.table("item");
  private static final ColumnReference<Integer> ID = ITEM.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> NAME = ITEM.c("name", SqlTypes.TEXT);
  private static final Bind<Integer> KEY = parameter("key", SqlTypes.INTEGER);
  private static final Statement<?> INSERT =
      insert(ITEM).set(ID, KEY).set(NAME, parameter("name", SqlTypes.TEXT).orElse("none"));

  private final TestDatabase database;
  private final Engine engine;
  private final List<String> events = new ArrayList<>();
  private final Connection connection;

  BatchStatementTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(database.dataSource());
    this.connection = engine.connect();
  }

  @BeforeEach
  void createTable() {
    database.run("CREATE TABLE item (id integer PRIMARY KEY, name text)");
    connection.addListener(
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            events.add(execution.sql() + " " + execution.rowCount() + " " + execution.cache());
          }
        });
  }

  @AfterEach
  void dropTable() {
    connection.close();
    engine.close();
    database.run("DROP TABLE item");
  }

  private static Map<String, Object> row(int key, String name) {
    return Map.of("key", key, "name", name);
  }

  @Test
  void rowsAreSentTogetherAndCompiledOnce() {
    List<Long> inserted =
        connection.batch(INSERT, List.of(row(1, "a"), row(2, "b"), Map.of("key", 3)));
    List<Long> changed =
        connection.batch(
            update(ITEM).set(NAME, parameter("name", SqlTypes.TEXT)).where(ID.ge(KEY)),
            List.of(row(3, "c"), row(2, "d"), row(9, "e")));
    connection.commit();

    assertThat(inserted).containsExactly(1L, 1L, 1L);
    assertThat(changed).containsExactly(1L, 2L, 0L);
    assertThat(events)
        .containsExactly(
            "INSERT INTO item (id, name) VALUES (?, ?) 3 MISS",
            "UPDATE item SET name = ? WHERE id >= ? 3 MISS");
    assertThat(database.query("SELECT id, name FROM item ORDER BY id"))
        .containsExactly(List.of("1", "a"), List.of("2", "d"), List.of("3", "d"));
  }

  @Test
  void nullIsAValue() {
    connection.batch(
        insert(ITEM).set(ID, KEY).set(NAME, parameter("name", SqlTypes.TEXT)),
        List.of(row(1, "a"), withoutName(2)));
    connection.commit();

    assertThat(connection.execute(select(ID).from(ITEM).where(NAME.isNull())).all())
        .containsExactly(2);
  }

  private static Map<String, Object> withoutName(int key) {
    Map<String, Object> row = new HashMap<>(Map.of("key", key));
    row.put("name", null);
    return row;
  }

  @Test
  void whatTheClientGivesIsNewForEachRow() {
    List<Map<String, Object>> keys =
        IntStream.range(0, 100).mapToObj(key -> Map.<String, Object>of("key", key)).toList();
    connection.batch(
        insert(ITEM)
            .set(ID, KEY)
            .set(NAME, parameter("name", SqlTypes.TEXT).orElseGet(new Counter()::next)),
        keys);
    connection.commit();

    assertThat(database.query("SELECT count(DISTINCT name) FROM item"))
        .containsExactly(List.of("100"));
  }

  private static final class Counter {
    private int count;

    String next() {
      return "number " + count++;
    }
  }

  @Test
  void noRowsAreNoStatement() {
    assertThat(connection.batch(INSERT, Collections.<Map<String, Object>>emptyList())).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void aRowThatLacksAValueSendsNothing() {
    assertThatThrownBy(() -> connection.batch(INSERT, List.of(row(1, "a"), Map.of("name", "b"))))
        .hasMessageContaining("ORM-SQL-MISSING-PARAMETER")
        .hasMessageContaining("\"key\"");
    connection.commit();

    assertThat(database.query("SELECT id FROM item")).isEmpty();
  }

  @Test
  void aNameThatTheStatementDoesNotHaveIsRefused() {
    assertThatThrownBy(
            () -> connection.batch(INSERT, List.of(Map.<String, Object>of("key", 1, "nam", "b"))))
        .hasMessageContaining("ORM-SQL-UNKNOWN-PARAMETER")
        .hasMessageContaining("did you mean \"name\"");
  }

  @Test
  void aValueOfAnotherClassIsRefused() {
    assertThatThrownBy(
            () -> connection.batch(INSERT, List.of(Map.<String, Object>of("key", "one"))))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("\"key\"");
  }

  @Test
  void aStatementWithRowsIsRefused() {
    assertThatThrownBy(
            () ->
                connection.batch(
                    delete(ITEM).where(ID.eq(KEY)).returning(ID),
                    List.of(Map.<String, Object>of("key", 1))))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("a statement that returns rows");
  }

  @Test
  void aRowThatTheDatabaseRefusesHasTheClassOfItsCause() {
    Throwable failure =
        catchThrowable(() -> connection.batch(INSERT, List.of(row(1, "s3cr"), row(1, "b"))));

    assertThat(failure).isInstanceOf(UniqueViolation.class);
    assertThat(failure.getMessage()).doesNotContain("s3cr");
  }
}
