package org.aludel.dialect.sqlite;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.update;
import static org.aludel.sql.Sql.values;
import static org.aludel.sql.function.Aggregates.stringAgg;
import static org.aludel.sql.function.DateFunctions.extract;
import static org.aludel.sql.function.Windows.orderedBy;
import static org.aludel.sql.function.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.CompileException;
import org.aludel.error.UsageException;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Operation;
import org.aludel.sql.Row2;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.operator.ArrayExpression;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements as SQLite has them, and those that it does not have. */
final class SqliteStatementTest {
  private static final Table ITEM =
      new Table(
          QualifiedName.of("item"),
          List.of(
              Column.of("id", SqlTypes.INTEGER).notNull(),
              Column.of("name", SqlTypes.TEXT),
              Column.of("sold", SqlTypes.DATE)),
          List.of(PrimaryKey.of(ConstraintName.given("pk_item"), List.of("id"))),
          List.of(),
          null);
  private static final ColumnReference<Integer> ID = ITEM.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> NAME = ITEM.c("name", SqlTypes.TEXT);
  private static final ColumnReference<LocalDate> SOLD = ITEM.c("sold", SqlTypes.DATE);

  private Engine engine;

  @BeforeEach
  void fill() {
    engine = Engine.create("sqlite::memory:");
    engine.createAll(MetaData.ofTables(List.of(ITEM)));
    engine.update(
        insert(ITEM)
            .columns(ID, NAME, SOLD)
            .values(1, "lamp", LocalDate.of(2026, 1, 31))
            .values(2, "desk", LocalDate.of(2025, 12, 1))
            .values(3, "lamp", null));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private String sql(Statement<?> statement) {
    return engine.dialect().compile(statement).sql();
  }

  @Test
  void partsOfDatesAreTakenByItsOwnFunction() {
    var year = select(extract(Operation.DatePart.YEAR, SOLD)).where(ID.eq(1));

    assertThat(engine.execute(year)).containsExactly(new BigDecimal("2026"));
    assertThat(sql(year))
        .isEqualTo("SELECT CAST(strftime('%Y', item.sold) AS numeric) FROM item WHERE item.id = ?");
  }

  @Test
  void rowsAreComparedWithValues() {
    var rows = select(ID).where(row(ID, NAME).in(new Row2<>(1, "lamp"), new Row2<>(2, "chair")));

    assertThat(engine.execute(rows)).containsExactly(1);
    assertThat(sql(rows))
        .isEqualTo(
            "SELECT item.id FROM item WHERE (item.id, item.name) IN (VALUES (?, ?), (?, ?))");
  }

  @Test
  void aQueryBeforeOnConflictHasACondition() {
    NamedTable other = ITEM.as("other");
    var copied =
        insert(ITEM)
            .columns(ID, NAME)
            .from(select(other.c("id", SqlTypes.INTEGER), literal("copied")))
            .onConflictDoUpdate(List.of(ID), set(NAME, excluded(NAME)));

    engine.update(copied);

    assertThat(engine.execute(select(NAME).distinct())).containsExactly("copied");
    assertThat(sql(copied)).contains("FROM item AS other WHERE TRUE ON CONFLICT (id) DO UPDATE");
  }

  @Test
  void namedQueriesWindowsAndOrderedAggregatesAreItsOwn() {
    ColumnReference<Integer> number = org.aludel.sql.Sql.column("number", SqlTypes.INTEGER);
    Cte<Integer> numbers = values(number).row(1).row(3).cte("numbers");

    assertThat(
            engine.execute(
                select(NAME, rowNumber().over(orderedBy(ID.desc())))
                    .from(ITEM)
                    .join(numbers, ID.eq(numbers.column(number)))
                    .orderBy(ID.asc())))
        .containsExactly(new Row2<>("lamp", 2L), new Row2<>("lamp", 1L));
    assertThat(engine.execute(select(stringAgg(NAME, "+").orderBy(ID.desc()))))
        .containsExactly("lamp+desk+lamp");
    assertThat(engine.execute(select(count().filter(NAME.eq("lamp"))).from(ITEM)))
        .containsExactly(2L);
  }

  @Test
  void anUpdateTakesOtherTables() {
    NamedTable other = ITEM.as("other");

    engine.update(
        update(ITEM)
            .set(NAME, other.c("name", SqlTypes.TEXT))
            .from(other)
            .where(ID.eq(3), other.c("id", SqlTypes.INTEGER).eq(2)));

    assertThat(engine.execute(select(NAME).where(ID.eq(3)))).containsExactly("desk");
  }

  static List<Statement<?>> refused() {
    NamedTable other = ITEM.as("other");
    return List.of(
        select(ID).distinctOn(NAME),
        select(ID).orderBy(ID.asc()).fetchWithTies(1),
        select(ID).from(ITEM).crossJoin(select(literal(1).as("one")).lateral("l")),
        select(ID).where(NAME.similarTo("l%")),
        select(ID).where(NAME.matchesRegex("^l")),
        select(ID).where(ID.betweenSymmetric(3, 1)),
        select(ID).forUpdate(),
        select(ID).where(ID.bitXor(1).eq(2)),
        select(ID)
            .where(
                ArrayExpression.of(Sql.column("tags", SqlTypes.array(SqlTypes.TEXT)))
                    .sliceFrom(2)
                    .length()
                    .eq(1)),
        delete(ITEM).using(other).where(ID.eq(other.c("id", SqlTypes.INTEGER))));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatItDoesNotHaveIsRefusedBeforeItIsSent(Statement<?> statement) {
    assertThatThrownBy(() -> sql(statement))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("for SQLite")
        .hasMessageContaining("Fix:");
  }

  @Test
  void rowsAreNotCopied() {
    try (Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.copy("COPY item FROM STDIN", sink -> {}))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
          .hasMessageContaining("sqlite, which has no COPY");
    }
  }
}
