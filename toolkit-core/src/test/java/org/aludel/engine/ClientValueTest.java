package org.aludel.engine;

import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.function;
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
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.error.CompileException;
import org.aludel.error.SchemaException;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ClientValue;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values that clients give columns which a statement leaves out. */
@PostgresTest(perMethod = true)
final class ClientValueTest {
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();
  private final Table note =
      table(
          "note",
          Column.of("id", SqlTypes.INTEGER).withDefault(ClientValue.from(numbers::incrementAndGet)),
          Column.of("title", SqlTypes.TEXT),
          Column.of("state", SqlTypes.TEXT).withDefault(ClientValue.of("new")),
          Column.of("mark", SqlTypes.TEXT)
              .withDefault(ClientValue.sql(lower(literal("MARK"))))
              .withOnUpdate(ClientValue.sql(lower(literal("CHANGED")))),
          Column.of("changes", SqlTypes.INTEGER)
              .withServerDefault("0")
              .withOnUpdate(ClientValue.from(changes::incrementAndGet)));
  private final ColumnReference<Integer> id = note.c("id", SqlTypes.INTEGER);
  private final ColumnReference<String> title = note.c("title", SqlTypes.TEXT);
  private final ColumnReference<String> state = note.c("state", SqlTypes.TEXT);
  private final ColumnReference<String> mark = note.c("mark", SqlTypes.TEXT);
  private final StatementRecorder recorder = new StatementRecorder();
  private final List<CacheUse> cache = new ArrayList<>();
  private final Engine engine;

  ClientValueTest(TestDatabase database) {
    engine =
        Engine.create(
            recorder.wrap(database.dataSource()),
            options ->
                options.listener(
                    new ExecutionListener() {
                      @Override
                      public void executed(Execution execution) {
                        cache.add(execution.cache());
                      }
                    }));
    engine.createAll(MetaData.ofTables(List.of(note)));
    recorder.clear();
    cache.clear();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static Table table(String name, Column... columns) {
    return new Table(QualifiedName.of(name), List.of(columns), List.of(), List.of(), null);
  }

  private List<String> rows() {
    return engine
        .execute("SELECT concat_ws(' ', id, title, state, mark, changes) FROM note ORDER BY id")
        .stream()
        .map(row -> row.get(0, String.class))
        .toList();
  }

  @Test
  void anInsertGetsWhatItLeavesOut() {
    engine.update(insert(note).set(title, "a"));

    assertThat(recorder.sql())
        .containsExactly(
            "INSERT INTO note (title, id, state, mark) VALUES (?, ?, ?, lower('MARK'))");
    assertThat(rows()).containsExactly("1 a new mark 0");
  }

  @Test
  void whatTheStatementSaysWinsAndNullIsAValue() {
    engine.update(insert(note).set(id, 7).setNull(state).set(mark, "own"));

    assertThat(rows()).containsExactly("7 own 0");
    assertThat(numbers).hasValue(0);
  }

  @Test
  void aRowOfDefaultsHasThoseOfTheClientToo() {
    engine.update(insert(note));

    assertThat(rows()).containsExactly("1 new mark 0");
  }

  @Test
  void eachRowOfAnInsertIsAskedByItself() {
    engine.update(insert(note).columns(title).values("a").values("b").values("c"));

    assertThat(rows()).containsExactly("1 a new mark 0", "2 b new mark 0", "3 c new mark 0");
  }

  @Test
  void returningGivesThemBack() {
    assertThat(engine.execute(insert(note).set(title, "a").returning(state)))
        .containsExactly("new");
  }

  @Test
  void theRowsOfAQueryGetOneValueInAll() {
    engine.update(insert(note).columns(id, title).values(10, "a").values(20, "b"));
    recorder.clear();

    engine.update(insert(note).columns(title).from(select(lower(title)).from(note)));

    assertThat(recorder.sql())
        .containsExactly(
            "INSERT INTO note (title, id, state, mark) SELECT lower(note.title), CAST(? AS"
                + " integer), CAST(? AS text), lower('MARK') FROM note");
    assertThat(rows())
        .containsExactly("1 a new mark 0", "1 b new mark 0", "10 a new mark 0", "20 b new mark 0");
  }

  @Test
  void distinctRowsAreNotToldApartByAValueOfTheDatabase() {
    assertThatThrownBy(
            () -> engine.update(insert(note).columns(title).from(select(title).distinct())))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("note.mark");
  }

  @Test
  void aQueryWithoutColumnsIsNoRowOfDefaults() {
    assertThatThrownBy(() -> engine.update(insert(note).from(select(title))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("a query, but no columns for what it selects");
  }

  @Test
  void anUpdateSetsWhatItLeavesOut() {
    engine.update(insert(note).set(title, "a"));
    recorder.clear();

    engine.update(update(note).set(title, "b").where(id.eq(1)));

    assertThat(recorder.sql())
        .containsExactly(
            "UPDATE note SET title = ?, mark = lower('CHANGED'), changes = ? WHERE id = ?");
    assertThat(rows()).containsExactly("1 b new changed 1");
  }

  @Test
  void whatAnUpdateSaysWins() {
    engine.update(insert(note).set(title, "a"));

    engine.update(update(note).setNull(mark).all());

    assertThat(rows()).containsExactly("1 a new 1");
  }

  @Test
  void theTableUnderAnotherNameIsGivenThemToo() {
    NamedTable other = note.as("n");
    engine.update(insert(other).set(other.c("title", SqlTypes.TEXT), "a"));

    engine.update(
        update(other)
            .set(other.c("title", SqlTypes.TEXT), "b")
            .where(other.c("id", SqlTypes.INTEGER).eq(1)));

    assertThat(rows()).containsExactly("1 b new changed 1");
  }

  @Test
  void aConflictSetsWhatItSaysAndNoMore() {
    engine.execute("ALTER TABLE note ADD UNIQUE (id)");
    engine.update(insert(note).set(id, 1).set(title, "a"));

    engine.update(
        insert(note)
            .set(id, 1)
            .set(title, "b")
            .onConflictDoUpdate(List.of(id), set(title, excluded(title))));

    assertThat(rows()).containsExactly("1 b new mark 0");
  }

  @Test
  void valuesAreNoPartOfTheKeyOfTheCache() {
    engine.update(insert(note).set(title, "a"));
    engine.update(insert(note).set(title, "b"));

    assertThat(cache).containsExactly(CacheUse.MISS, CacheUse.HIT);
    assertThat(rows()).containsExactly("1 a new mark 0", "2 b new mark 0");
  }

  @Test
  void showingTheTextAsksNoFunction() {
    Statement<?> insert = insert(note).set(title, "a");

    String shown = engine.dialect().compile(insert).sql();

    engine.update(insert);
    assertThat(recorder.sql()).containsExactly(shown);
    assertThat(rows()).containsExactly("1 a new mark 0");
  }

  @Test
  void aFunctionSeesTheOtherValuesOfItsRow() {
    Table page =
        table(
            "page",
            Column.of("title", SqlTypes.TEXT),
            Column.of("slug", SqlTypes.TEXT)
                .withDefault(
                    ClientValue.computed(
                        row -> row.get("title", String.class).toLowerCase(Locale.ROOT))),
            Column.of("path", SqlTypes.TEXT)
                .withDefault(ClientValue.computed(row -> "/" + row.get("slug"))));
    engine.createAll(MetaData.ofTables(List.of(page)));

    engine.update(insert(page).columns(page.c("title", SqlTypes.TEXT)).values("One").values("Two"));

    assertThat(engine.execute(select(page.c("path", SqlTypes.TEXT))))
        .containsExactly("/one", "/two");
  }

  @Test
  void aFunctionThatAsksForAValueNobodyGaveIsToldSo() {
    Table page =
        table(
            "page",
            Column.of("title", SqlTypes.TEXT),
            Column.of("slug", SqlTypes.TEXT)
                .withDefault(ClientValue.computed(row -> row.get("titel"))));
    ColumnReference<String> name = page.c("title", SqlTypes.TEXT);

    assertThatThrownBy(() -> engine.update(insert(page).set(name, "a")))
        .hasMessageContaining("SQL-NO-GIVEN-VALUE")
        .hasMessageContaining("did you mean \"title\"?");
    assertThatThrownBy(() -> engine.update(insert(page).columns(name).from(select(name))))
        .hasMessageContaining("a statement that gives no single values");
  }

  @Test
  void aFunctionIsToldOfValuesThatTheDatabaseComputes() {
    Table page =
        table(
            "page",
            Column.of("title", SqlTypes.TEXT),
            Column.of("slug", SqlTypes.TEXT)
                .withDefault(ClientValue.computed(row -> row.has("title") ? "known" : "unknown")));
    engine.createAll(MetaData.ofTables(List.of(page)));
    ColumnReference<String> name = page.c("title", SqlTypes.TEXT);

    engine.update(insert(page).set(name, "a"));
    engine.update(insert(page).set(name, function("upper", SqlTypes.TEXT, literal("b"))));

    assertThat(engine.execute(select(page.c("slug", SqlTypes.TEXT))))
        .containsExactly("known", "unknown");
  }

  @Test
  void aValueOfAnotherClassIsRefusedWhereItIsStated() {
    assertThatThrownBy(() -> Column.of("id", SqlTypes.INTEGER).withDefault(ClientValue.of("seven")))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("TYPE-WRONG-VALUE");
    assertThatThrownBy(
            () ->
                Column.of("id", SqlTypes.INTEGER)
                    .withComputed(new Computed("1", true))
                    .withDefault(ClientValue.of(7)))
        .hasMessageContaining("SCHEMA-INVALID-OBJECT");
  }

  @Test
  void aFunctionThatGivesAnotherClassIsRefusedWhenItDoes() {
    Table page =
        table(
            "page",
            Column.of("id", SqlTypes.INTEGER),
            Column.of("size", SqlTypes.INTEGER).withDefault(ClientValue.from(() -> "seven")));

    assertThatThrownBy(() -> engine.update(insert(page).set(page.c("id", SqlTypes.INTEGER), 1)))
        .hasMessageContaining("TYPE-WRONG-VALUE")
        .hasMessageContaining("page.size");
  }

  @Test
  void theyAreNoPartOfTheSchema() {
    try (Connection connection = engine.connect()) {
      Table found =
          connection
              .inspector()
              .reflect(ReflectOptions.of("public"))
              .table(QualifiedName.of("note"))
              .orElseThrow();

      assertThat(found).isEqualTo(note).hasSameHashCodeAs(note);
    }
  }
}
