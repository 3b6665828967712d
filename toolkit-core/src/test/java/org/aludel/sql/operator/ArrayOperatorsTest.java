package org.aludel.sql.operator;

import static org.aludel.sql.operator.Question.condition;
import static org.aludel.sql.operator.Question.onlyFirst;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.error.CompileException;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Predicate.Operator;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArrayOperatorsTest {
  private final Engine engine;

  ArrayOperatorsTest(TestDatabase database) {
    database.run(
        """
        CREATE TABLE t (id integer, tags varchar(10)[], scores integer[]);
        INSERT INTO t VALUES (1, '{java,sql}', '{3,7,9}'), (2, '{go}', '{}');
        """);
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theServerAnswers(Question<?> question) {
    question.ask(engine);
  }

  static Stream<Question<?>> questions() {
    ColumnReference<List<String>> column =
        Question.column("tags", SqlTypes.array(SqlTypes.varchar(10)));
    ArrayExpression<String> tags = ArrayExpression.of(column);
    ArrayExpression<Integer> scores =
        ArrayExpression.of(Question.column("scores", SqlTypes.array(SqlTypes.INTEGER)));
    return Stream.of(
        condition("CAST(? AS varchar) = ANY(t.tags)", tags.has("sql")),
        condition("CAST(? AS integer) < ANY(t.scores)", scores.any(Operator.GREATER, 8)),
        new Question<>(
            "CAST(? AS integer) <= ALL(t.scores)",
            scores.all(Operator.GREATER_OR_EQUAL, 4),
            false,
            true),
        condition("t.tags @> CAST(? AS varchar[])", tags.containsAll(List.of("sql", "java"))),
        condition("t.tags <@ CAST(? AS varchar[])", tags.containedIn(List.of("sql", "java"))),
        condition("t.tags && CAST(? AS varchar[])", tags.overlaps(List.of("sql", "c"))),
        condition("t.tags[1] = ?", tags.at(1).eq("java")),
        onlyFirst("t.scores[t.id]", scores.at(Question.column("id", SqlTypes.INTEGER)), 3),
        new Question<>("t.scores[2:3]", scores.slice(2, 3), List.of(7, 9), List.of()),
        new Question<>("t.scores[2:]", scores.sliceFrom(2), List.of(7, 9), List.of()),
        new Question<>("t.scores[:2]", scores.sliceTo(2), List.of(3, 7), List.of()),
        onlyFirst("((t.scores[2:])[:1])[1]", scores.sliceFrom(2).sliceTo(1).at(1), 7),
        onlyFirst("(t.scores[2:3])[1]", scores.slice(2, 3).at(1), 7),
        new Question<>("cardinality(t.scores)", scores.length(), 3, 0),
        onlyFirst("array_position(t.tags, CAST(? AS varchar))", tags.indexOf("sql"), 2),
        new Question<>(
            "array_append(t.scores, CAST(? AS integer))",
            scores.append(1),
            List.of(3, 7, 9, 1),
            List.of(1)),
        new Question<>(
            "array_prepend(CAST(? AS integer), t.scores)",
            scores.prepend(1),
            List.of(1, 3, 7, 9),
            List.of(1)),
        new Question<>(
            "(array_append(t.scores, CAST(? AS integer)))[1]", scores.append(1).at(1), 3, 1),
        new Question<>(
            "array_remove(t.scores, CAST(? AS integer))",
            scores.without(7),
            List.of(3, 9),
            List.of()),
        new Question<>("array_to_string(t.tags, ?)", tags.joined("+"), "java+sql", "go"));
  }

  @Test
  void arraysOfMoreDimensionsAreRefused() {
    ArrayExpression<List<Integer>> grid =
        ArrayExpression.of(
            Question.column("grid", SqlTypes.array(SqlTypes.array(SqlTypes.INTEGER))));

    assertThatThrownBy(() -> grid.at(1))
        .isInstanceOf(CompileException.class)
        .hasMessageContainingAll("ORM-SQL-UNSUPPORTED-STATEMENT", "t.grid", "one dimension");
  }

  @Test
  void comparisonsThatAnyDoesNotTakeAreRefused() {
    ArrayExpression<Integer> scores =
        ArrayExpression.of(Question.column("scores", SqlTypes.array(SqlTypes.INTEGER)));

    assertThatThrownBy(() -> scores.any(Operator.DISTINCT, 1))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("IS DISTINCT FROM");
  }

  @Test
  void operatorsBindTighterThanConditions() {
    ArrayExpression<Integer> scores =
        ArrayExpression.of(Question.column("scores", SqlTypes.array(SqlTypes.INTEGER)));

    condition(
            "t.scores && CAST(? AS integer[]) AND NOT (t.scores @> CAST(? AS integer[]))",
            Sql.and(scores.overlaps(List.of(3)), scores.containsAll(List.of(4)).not()))
        .ask(engine);
  }
}
