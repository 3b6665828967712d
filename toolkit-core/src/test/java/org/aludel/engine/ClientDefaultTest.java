package org.aludel.engine;

import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.merge;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.error.CompileException;
import org.aludel.error.SchemaException;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.Insert;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Row2;
import org.aludel.sql.Statement;
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

  /** The same without the column that is made from another one. */
  private final Table plain =
      task.withColumns(task.columns().stream().filter(one -> !one.name().equals("slug")).toList());

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
  void aNamedInsertTakesThemAtEachRun() {
    Cte<Integer> made = insert(task).set(title, "one").returning(number).cte("made");
    Statement<Integer> query = select(made.column(number)).with(made);

    assertThat(connection.execute(query).all()).containsExactly(1);
    assertThat(connection.execute(query).all()).containsExactly(2);
    assertThat(sent)
        .first()
        .isEqualTo(
            "WITH made AS (INSERT INTO task (title, number, state, slug, author) VALUES"
                + " (?, ?, ?, ?, lower('ADA')) RETURNING number) SELECT made.number FROM made");
    assertThat(uses).containsExactly(CacheUse.MISS, CacheUse.HIT);
  }

  @Test
  void aUnionThatIsInsertedTakesThemToo() {
    connection
        .execute(
            insert(plain)
                .columns(title)
                .from(select(literal("one").as("t")).unionAll(select(literal("two")))))
        .close();

    assertThat(rows()).containsExactly("one 1 open null ada", "two 1 open null ada");
  }

  @Test
  void aMergeGivesThemToWhatItInsertsAndUpdates() {
    connection.execute(insert(plain).columns(title).values("one").values("two")).close();
    NamedTable other = NamedTable.aliased(plain, "other");
    ColumnReference<String> otherTitle = title.withSource(other);

    connection
        .execute(
            merge(plain)
                .using(other, title.eq(otherTitle).and(otherTitle.eq("two")))
                .whenMatched()
                .update(set(title, literal("changed")))
                .whenNotMatched()
                .insert(set(title, literal("three"))))
        .close();

    assertThat(rows())
        .containsExactlyInAnyOrder(
            "changed 2 changed null ada", "one 1 open null ada", "three 3 open null ada");
  }

  @Test
  void aRowOfDefaultsGetsThem() {
    connection.execute(insert(plain)).close();

    assertThat(rows()).containsExactly("null 1 open null ada");
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

    connection.execute(insert(plain).columns(title).from(select(title).from(task))).close();

    assertThat(sent)
        .containsExactly(
            "INSERT INTO task (title, number, state, author) SELECT task.title, CAST(? AS integer),"
                + " CAST(? AS text), lower('ADA') FROM task");
    assertThat(rows()).contains("one 3 open null ada", "two 3 open null ada").hasSize(4);
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
  void aValueOfAnotherClassIsRefusedWhereItIsStated() {
    Column number = Column.of("number", SqlTypes.INTEGER);

    assertThatThrownBy(() -> number.withDefault("seven"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("TYPE-WRONG-VALUE")
        .hasMessageContaining("java.lang.Integer");
    assertThatThrownBy(() -> number.withOnUpdate(7L)).hasMessageContaining("java.lang.Long");
  }

  @Test
  void aFunctionThatMakesAnotherClassIsRefusedWhenItDoes() {
    Table wrong =
        task.withColumns(
            List.of(
                Column.of("title", SqlTypes.TEXT),
                Column.of("number", SqlTypes.INTEGER).withDefault(() -> "seven")));

    assertThatThrownBy(() -> connection.execute(insert(wrong).set(title, "one")))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("cannot set column \"task.number\"")
        .hasMessageContaining("java.lang.Integer");
  }

  @Test
  void aColumnThatIsAlwaysGeneratedTakesNone() {
    Column twice =
        Column.of("twice", SqlTypes.INTEGER).withComputed(new Computed("number * 2", true));

    assertThatThrownBy(() -> twice.withDefault(7))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("SCHEMA-INVALID-OBJECT")
        .hasMessageContaining("GENERATED ALWAYS AS (number * 2)");
  }

  @Test
  void aTableWithThemEqualsOneWithout() {
    Column bare = Column.of("state", SqlTypes.TEXT);

    assertThat(bare.withDefault("open").withOnUpdate("changed")).isEqualTo(bare);
  }

  @Test
  void theTableUnderAnotherNameGivesThemToo() {
    NamedTable other = task.as("t");

    connection.execute(insert(other).set(other.c("title", SqlTypes.TEXT), "one")).close();
    connection
        .execute(
            update(other)
                .set(other.c("title", SqlTypes.TEXT), "two")
                .where(other.c("number", SqlTypes.INTEGER).eq(1)))
        .close();

    assertThat(rows()).containsExactly("two 1 changed one-slug ada");
  }

  @Test
  void theTextThatIsShownIsTheOneThatRunsAndAsksNoFunction() {
    Insert<Void> insert = insert(task).set(title, "one");

    String shown = engine.dialect().compile(insert).sql();

    connection.execute(insert).close();
    assertThat(sent).containsExactly(shown);
    assertThat(made).hasValue(1);
  }

  @Test
  void aFunctionIsNotToldNullForAValueThatNobodyKnows() {
    assertThatThrownBy(() -> connection.execute(insert(task)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("SQL-NO-GIVEN-VALUE")
        .hasMessageContaining("cannot tell the value of column \"title\"");
    assertThatThrownBy(() -> connection.execute(insert(task).set(title, lower(literal("A")))))
        .hasMessageContaining("an expression that the database computes");
    assertThatThrownBy(
            () -> connection.execute(insert(task).columns(title).from(select(title).from(task))))
        .hasMessageContaining("a statement that gives no single values");
  }

  @Test
  void rowsThatAreEqualStayOneWhereTheDatabaseComputesAValue() {
    Insert<Void> copy =
        insert(task).columns(title, slug).from(select(title, slug).from(task).distinct());

    assertThatThrownBy(() -> connection.execute(copy))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("SELECT DISTINCT")
        .hasMessageContaining("task.author");
  }

  @Test
  void anInsertThatIsNotFinishedIsStillRefused() {
    assertThatThrownBy(() -> connection.execute(insert(task).columns(title)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("columns, but no row");
    assertThatThrownBy(() -> connection.execute(insert(task).from(select(title).from(task))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("a query, but no columns");
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
