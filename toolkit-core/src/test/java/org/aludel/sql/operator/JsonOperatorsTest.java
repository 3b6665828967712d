package org.aludel.sql.operator;

import static org.aludel.sql.operator.Question.condition;
import static org.aludel.sql.operator.Question.onlyFirst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.error.CompileException;
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
final class JsonOperatorsTest {
  private final Engine engine;

  JsonOperatorsTest(TestDatabase database) {
    database.run(
        """
        CREATE TABLE t (id integer, doc jsonb, plain json);
        INSERT INTO t VALUES (1, '{"name": "ada", "age": 36, "ok": true, "tags": ["a", "b"], "none": null}',
          '{"n": 1}'), (2, '{"age": 7, "tags": []}', '{}');
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

  private static JsonExpression doc() {
    return JsonExpression.of(Question.column("doc", SqlTypes.JSONB));
  }

  static Stream<Question<?>> questions() {
    JsonExpression doc = doc();
    return Stream.of(
        onlyFirst("t.doc -> 'name'", doc.get("name"), "\"ada\""),
        onlyFirst("t.doc ->> 'name'", doc.get("name").asText(), "ada"),
        onlyFirst("t.doc -> 'tags' ->> 0", doc.get("tags").get(0).asText(), "a"),
        onlyFirst("t.doc #> '{\"tags\",\"1\"}'::text[]", doc.path("tags", "1"), "\"b\""),
        onlyFirst("t.doc #>> '{\"tags\",\"1\"}'::text[]", doc.path("tags", "1").asText(), "b"),
        new Question<>("CAST(t.doc ->> 'age' AS integer)", doc.get("age").asInteger(), 36, 7),
        new Question<>("CAST(t.doc ->> 'age' AS bigint)", doc.get("age").asLong(), 36L, 7L),
        new Question<>(
            "CAST(t.doc ->> 'age' AS numeric)",
            doc.get("age").asDecimal(),
            new BigDecimal("36"),
            new BigDecimal("7")),
        new Question<>(
            "CAST(t.doc ->> 'age' AS double precision)", doc.get("age").asDouble(), 36.0, 7.0),
        onlyFirst("CAST(t.doc ->> 'ok' AS boolean)", doc.get("ok").asBoolean(), true),
        condition("CAST(t.doc ->> 'age' AS integer) >= ?", doc.get("age").asInteger().ge(18)),
        new Question<>("jsonb_typeof(t.doc)", doc.kind(), "object", "object"),
        onlyFirst("jsonb_typeof(t.doc -> 'none') = 'null'", doc.get("none").isJsonNull(), true),
        new Question<>("jsonb_array_length(t.doc -> 'tags')", doc.get("tags").length(), 2, 0),
        condition("t.doc @> CAST(? AS jsonb)", doc.containsJson("{\"tags\":[\"b\"]}")),
        new Question<>(
            "t.doc <@ CAST(? AS jsonb)",
            doc.containedInJson("{\"age\":7,\"tags\":[],\"x\":1}"),
            false,
            true),
        condition("t.doc ?? CAST(? AS text)", doc.hasKey("name")),
        condition("t.doc ??| CAST(? AS text[])", doc.hasAnyKey(List.of("name", "x"))),
        condition("t.doc ??& CAST(? AS text[])", doc.hasAllKeys(List.of("name", "age"))),
        condition("t.doc @?? CAST(? AS jsonpath)", doc.pathExists("$.tags[*]")),
        condition("t.doc @@ CAST(? AS jsonpath)", doc.pathMatches("$.age > 18")),
        onlyFirst(
            "jsonb_path_query_first(t.doc, CAST(? AS jsonpath)) #>> '{}'::text[]",
            doc.first("$.tags[*]").asText(),
            "a"),
        new Question<>(
            "t.doc || CAST(? AS jsonb) ->> 'age'",
            doc.merged("{\"age\":1}").get("age").asText(),
            "1",
            "1"),
        condition("t.doc - CAST(? AS text) ?? CAST(? AS text)", doc.without("age").hasKey("name")),
        new Question<>(
            "jsonb_set(t.doc, CAST(? AS text[]), CAST(? AS jsonb)) ->> 'age'",
            doc.with("5", "age").get("age").asText(),
            "5",
            "5"));
  }

  @Test
  void aMinusTakesAllThatStandsBeforeIt() {
    JsonExpression changed = doc().merged("{\"x\":1}").without("x");

    new Question<>(
            "(t.doc || CAST(? AS jsonb)) - CAST(? AS text) -> 'x' IS NULL",
            changed.get("x").isNull(),
            true,
            true)
        .ask(engine);
  }

  @Test
  void aKeyMayBeAParameter() {
    onlyFirst("t.doc ->> ?", doc().get(Sql.bind(SqlTypes.TEXT, "name")).asText(), "ada")
        .ask(engine);
  }

  @Test
  void aKeyWithQuotesIsALiteral() {
    JsonExpression odd = doc().get("it's \"odd\"");

    new Question<>("t.doc ->> 'it''s \"odd\"' IS NULL", odd.asText().isNull(), true, true)
        .ask(engine);
  }

  @Test
  void jsonHasPathsAndRefusesOperatorsOfJsonb() {
    JsonExpression plain = JsonExpression.of(Question.column("plain", SqlTypes.JSON));

    onlyFirst("CAST(t.plain ->> 'n' AS integer)", plain.get("n").asInteger(), 1).ask(engine);
    new Question<>("json_typeof(t.plain)", plain.kind(), "object", "object").ask(engine);
    assertThatThrownBy(() -> plain.hasKey("n"))
        .isInstanceOf(CompileException.class)
        .hasMessageContainingAll("ORM-SQL-UNSUPPORTED-STATEMENT", "\"json\"", "jsonb");
  }

  @Test
  void groupsByTheSameExpression() {
    assertThat(
            engine.execute(
                Sql.select(doc().get("name").asText(), Sql.count())
                    .groupBy(doc().get("name").asText())
                    .orderBy(doc().get("name").asText())))
        .hasSize(2);
  }
}
