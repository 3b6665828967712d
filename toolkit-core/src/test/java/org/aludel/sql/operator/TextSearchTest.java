package org.aludel.sql.operator;

import static org.aludel.sql.operator.Question.condition;

import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.sql.Expression;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TextSearchTest {
  private final Engine engine;

  TextSearchTest(TestDatabase database) {
    database.run(
        """
        CREATE TABLE t (id integer, body text, words tsvector);
        INSERT INTO t VALUES (1, 'The brown foxes jump', to_tsvector('english', 'The brown foxes jump')),
          (2, 'a lazy dog', to_tsvector('english', 'a lazy dog'));
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
    SearchExpression words = SearchExpression.of(Question.column("words", TextSearch.VECTOR));
    Expression<String> body = Question.column("body", SqlTypes.TEXT);
    Expression<String> fox = TextSearch.plainQuery("english", "fox");
    Expression<String> cat = TextSearch.plainQuery("english", "cat");
    return Stream.of(
        condition("t.words @@ plainto_tsquery('english', ?)", words.matches(fox)),
        condition(
            "t.words @@ phraseto_tsquery('english', ?)",
            words.matches(TextSearch.phraseQuery("english", "brown fox"))),
        condition(
            "t.words @@ websearch_to_tsquery('english', ?)",
            words.matches(TextSearch.webQuery("english", "\"brown fox\" -cat"))),
        condition(
            "t.words @@ to_tsquery('english', ?)",
            words.matches(TextSearch.query("english", "fox & jump"))),
        condition(
            "t.words @@ (plainto_tsquery('english', ?) || plainto_tsquery('english', ?))",
            words.matches(TextSearch.either(cat, fox))),
        new Question<>(
            "t.words @@ (plainto_tsquery('english', ?) && plainto_tsquery('english', ?))",
            words.matches(TextSearch.both(cat, fox)),
            false,
            false),
        condition(
            "to_tsvector('english', t.body) @@ plainto_tsquery('english', ?)",
            TextSearch.toVector("english", body).matches(fox)),
        condition("ts_rank(t.words, plainto_tsquery('english', ?)) > ?", words.rank(fox).gt(0f)),
        condition(
            "ts_rank_cd(t.words, plainto_tsquery('english', ?)) > ?", words.coverRank(fox).gt(0f)),
        condition(
            "setweight(t.words, 'A') || t.words @@ plainto_tsquery('english', ?)",
            words.weighted('A').joinedWith(words).matches(fox)),
        new Question<>(
            "ts_headline('english', t.body, plainto_tsquery('english', ?))",
            TextSearch.headline("english", body, fox),
            "The brown <b>foxes</b> jump",
            "a lazy dog"));
  }
}
