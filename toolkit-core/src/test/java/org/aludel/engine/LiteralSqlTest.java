package org.aludel.engine;

import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.table;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Statement;
import org.aludel.sql.operator.JsonExpression;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements as one text with their values in it. */
@PostgresTest(perMethod = true)
final class LiteralSqlTest {
  private static final NamedTable NOTE = table("note");
  private static final ColumnReference<Integer> ID = NOTE.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> BODY = NOTE.c("body", SqlTypes.TEXT);
  private static final ColumnReference<LocalDate> DAY = NOTE.c("day", SqlTypes.DATE);
  private static final ColumnReference<List<String>> TAGS =
      NOTE.c("tags", SqlTypes.array(SqlTypes.TEXT));
  private final Engine engine;

  LiteralSqlTest(TestDatabase database) {
    database.run("CREATE TABLE note (id int, body text, day date, tags text[], data jsonb)");
    engine = Engine.create(database.dataSource());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private String literal(Statement<?> statement) {
    return engine.dialect().literal(statement);
  }

  @Test
  void valuesStandInTheText() {
    assertThat(literal(update(NOTE).set(BODY, "O'Hara").setNull(DAY).where(ID.eq(1))))
        .isEqualTo("UPDATE note SET body = 'O''Hara'::text, day = NULL WHERE id = '1'::integer");
  }

  @Test
  void theTextDoesWhatTheStatementDoes() {
    String hostile = "a'); DROP TABLE note; -- ? ?? \\ $$ \"q\" \u00e9 \ud83d\ude00";
    Statement<?> insert =
        insert(NOTE)
            .set(ID, 1)
            .set(BODY, hostile)
            .set(DAY, LocalDate.of(-44, 3, 15))
            .set(TAGS, List.of("a,b", "{", hostile));

    engine.execute(literal(insert));
    engine.update(insert);

    assertThat(engine.execute("SELECT DISTINCT * FROM note")).hasSize(1);
    assertThat(engine.execute(select(BODY).from(NOTE))).containsExactly(hostile, hostile);
  }

  @Test
  void eachValueOfAListStandsInIt() {
    assertThat(literal(select(BODY).from(NOTE).where(ID.in(1, 2))))
        .isEqualTo("SELECT note.body FROM note WHERE note.id = ANY ('{\"1\",\"2\"}'::integer[])");
  }

  @Test
  void aListOfValuesThatHaveSqlRoundThemIsWrittenOneByOne() {
    ColumnReference<String> shouted = NOTE.c("body", SqlTypes.TEXT.withBindSql("upper(?)"));

    assertThat(literal(select(ID).from(NOTE).where(shouted.in("a", "b"))))
        .endsWith("WHERE note.body IN (upper('a'::text), upper('b'::text))");
  }

  @Test
  void aQuestionMarkThatIsAnOperatorIsOne() {
    String sql =
        literal(
            select(ID)
                .from(NOTE)
                .where(JsonExpression.of(NOTE.c("data", SqlTypes.JSONB)).hasKey("k")));

    assertThat(sql).contains(" ? ").doesNotContain("??");
    assertThat(engine.execute(sql)).isEmpty();
  }

  @Test
  void whatTheClientGivesIsInItToo() {
    Table task =
        new Table(
            QualifiedName.of("task"),
            List.of(
                Column.of("title", SqlTypes.TEXT),
                Column.of("number", SqlTypes.INTEGER).withDefault(() -> 7)),
            List.of(),
            List.of(),
            null);

    assertThat(literal(insert(task).set(task.c("title", SqlTypes.TEXT), "a")))
        .isEqualTo("INSERT INTO task (title, number) VALUES ('a'::text, '7'::integer)");
  }

  @Test
  void aValueThatNoLiteralHoldsIsRefused() {
    assertThatThrownBy(() -> literal(insert(NOTE).set(BODY, "a\0b")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("TYPE-UNSENDABLE-TEXT");
  }
}
