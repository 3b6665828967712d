package org.aludel.engine;

import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.error.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client gives columns that a statement leaves out. */
@PostgresTest(perMethod = true)
class ClientDefaultTest {
  private final AtomicInteger made = new AtomicInteger();
  private final List<String> sent = new ArrayList<>();
  private final List<CacheUse> uses = new ArrayList<>();
  private final Table task =
      new Table(
          QualifiedName.of("task"),
          List.of(
              Column.of("title", SqlTypes.TEXT),
              Column.of("number", SqlTypes.INTEGER).withDefault(made::incrementAndGet),
              Column.of("state", SqlTypes.TEXT).withDefault("open").withOnUpdate("changed"),
              Column.of("slug", SqlTypes.TEXT).withDefault(row -> row.get("title") + "-slug"),
              Column.of("author", SqlTypes.TEXT).withDefault(lower(literal("ADA")))),
          List.of(),
          List.of(),
          null);
  private final ColumnReference<String> title = task.c("title", SqlTypes.TEXT);
  private final ColumnReference<Integer> number = task.c("number", SqlTypes.INTEGER);
  private final ColumnReference<String> state = task.c("state", SqlTypes.TEXT);
  private final ColumnReference<String> slug = task.c("slug", SqlTypes.TEXT);
  private final ColumnReference<String> author = task.c("author", SqlTypes.TEXT);
  private Engine engine;
  private Connection connection;

  @BeforeEach
  void open(TestDatabase database) {
    ExecutionListener recorder =
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            sent.add(execution.sql());
            uses.add(execution.cache());
          }
        };
    engine = Engine.create(database.jdbcUrl(), each -> each.unpooled().listener(recorder));
    engine.createAll(MetaData.ofTables(List.of(task)));
    connection = engine.connect();
    sent.clear();
    uses.clear();
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  @Test
  void anInsertTakesThemForColumnsThatItLeavesOut() {
    connection.execute(insert(task).set(title, "one")).close();

    assertThat(sent)
        .containsExactly(
            "INSERT INTO task (title, number, state, slug, author)"
                + " VALUES (?, ?, ?, ?, lower('ADA'))");
    assertThat(rows()).containsExactly("one 1 open one-slug ada");
  }

  @Test
  void eachRowGetsAValueOfItsOwn() {
    connection.execute(insert(task).columns(title).values("one").values("two")).close();

    assertThat(rows()).containsExactly("one 1 open one-slug ada", "two 2 open two-slug ada");
  }

  @Test
  void aRowOfDefaultsGetsThem() {
    connection.execute(insert(task)).close();

    assertThat(rows()).containsExactly("null 1 open null-slug ada");
  }

  @Test
  void whatTheStatementSaysStandsAndNullIsSaid() {
    connection.execute(insert(task).set(title, "one").setNull(state).set(number, 70)).close();

    assertThat(rows()).containsExactly("one 70 null one-slug ada");
    assertThat(made).hasValue(0);
  }

  @Test
  void rowsOfAQueryShareOneValue() {
    connection.execute(insert(task).columns(title).values("one").values("two")).close();
    sent.clear();

    connection.execute(insert(task).columns(title).from(select(title).from(task))).close();

    assertThat(sent)
        .containsExactly(
            "INSERT INTO task (title, number, state, slug, author)"
                + " SELECT task.title, CAST(? AS integer), CAST(? AS text), CAST(? AS text),"
                + " lower('ADA') FROM task");
    assertThat(rows()).contains("one 3 open null-slug ada", "two 3 open null-slug ada").hasSize(4);
  }

  @Test
  void anUpdateTakesItsOwnAndNotThoseOfInserts() {
    connection.execute(insert(task).set(title, "one")).close();
    sent.clear();

    connection.execute(update(task).set(title, "two").where(title.eq("one"))).close();

    assertThat(sent).containsExactly("UPDATE task SET title = ?, state = ? WHERE title = ?");
    assertThat(rows()).containsExactly("two 1 changed one-slug ada");
  }

  @Test
  void anUpdateThatSetsTheColumnKeepsWhatItSays() {
    connection.execute(insert(task).set(title, "one")).close();

    connection.execute(update(task).set(state, "done").all()).close();

    assertThat(rows()).containsExactly("one 1 done one-slug ada");
  }

  @Test
  void anUpdateOfARowInTheWayTakesNone() {
    connection.update("CREATE UNIQUE INDEX ON task (title)");
    connection.execute(insert(task).set(title, "one")).close();

    connection
        .execute(
            insert(task)
                .set(title, "one")
                .onConflictDoUpdate(List.of(title), set(number, excluded(number))))
        .close();

    assertThat(rows()).containsExactly("one 2 open one-slug ada");
  }

  @Test
  void theyComeBackByReturning() {
    Row2<Integer, String> row =
        connection.execute(insert(task).set(title, "one").returning(number, slug)).one();

    assertThat(row).isEqualTo(new Row2<>(1, "one-slug"));
  }

  @Test
  void theTextIsCompiledOnceWhateverTheValues() {
    connection.execute(insert(task).set(title, "one")).close();
    connection.execute(insert(task).set(title, "two")).close();

    assertThat(uses).containsExactly(CacheUse.MISS, CacheUse.HIT);
  }

  @Test
  void aValueOfAnotherClassIsRefused() {
    Table wrong =
        task.withColumns(
            List.of(
                Column.of("title", SqlTypes.TEXT),
                Column.of("number", SqlTypes.INTEGER).withDefault("seven")));

    assertThatThrownBy(() -> connection.execute(insert(wrong).set(title, "one")))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("cannot set column \"task.number\"")
        .hasMessageContaining("java.lang.Integer");
  }

  @Test
  void aTableWithThemEqualsOneWithout() {
    Column bare = Column.of("state", SqlTypes.TEXT);

    assertThat(bare.withDefault("open").withOnUpdate("changed")).isEqualTo(bare);
  }

  private List<String> rows() {
    return connection.execute(select(title, number, state, slug, author).from(task)).all().stream()
        .map(
            row ->
                row.first()
                    + " "
                    + row.second()
                    + " "
                    + row.third()
                    + " "
                    + row.fourth()
                    + " "
                    + row.fifth())
        .toList();
  }
}
