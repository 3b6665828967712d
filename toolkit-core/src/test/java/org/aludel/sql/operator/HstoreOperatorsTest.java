package org.aludel.sql.operator;

import static org.aludel.sql.operator.Question.condition;
import static org.aludel.sql.operator.Question.onlyFirst;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.PostgresTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HstoreOperatorsTest {
  private final Engine engine;

  HstoreOperatorsTest(TestDatabase database) {
    database.run(
        """
        CREATE EXTENSION hstore;
        CREATE TABLE t (id integer, attrs hstore);
        INSERT INTO t VALUES (1, 'color=>red, size=>NULL'), (2, '');
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
    HstoreExpression attrs = HstoreExpression.of(Question.column("attrs", PostgresTypes.HSTORE));
    return Stream.of(
        onlyFirst("t.attrs -> 'color'", attrs.get("color"), "red"),
        condition("t.attrs ?? CAST(? AS text)", attrs.hasKey("size")),
        condition("t.attrs ??| CAST(? AS text[])", attrs.hasAnyKey(List.of("x", "size"))),
        condition("t.attrs ??& CAST(? AS text[])", attrs.hasAllKeys(List.of("color", "size"))),
        condition("t.attrs @> CAST(? AS hstore)", attrs.containsAll(Map.of("color", "red"))),
        new Question<>(
            "t.attrs <@ CAST(? AS hstore)", attrs.containedIn(Map.of("color", "red")), false, true),
        new Question<>(
            "t.attrs || CAST(? AS hstore) -> 'color'",
            attrs.merged(Map.of("color", "blue")).get("color"),
            "blue",
            "blue"),
        new Question<>(
            "akeys(t.attrs - CAST(? AS text))",
            attrs.without("color").keys(),
            List.of("size"),
            List.of()),
        new Question<>(
            "avals(t.attrs - CAST(? AS text))",
            attrs.without("size").values(),
            List.of("red"),
            List.of()));
  }
}
