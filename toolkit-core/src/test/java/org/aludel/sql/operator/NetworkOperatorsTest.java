package org.aludel.sql.operator;

import static org.aludel.sql.operator.Question.condition;

import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.PostgresTypes;
import org.aludel.type.value.Inet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NetworkOperatorsTest {
  private final Engine engine;

  NetworkOperatorsTest(TestDatabase database) {
    database.run(
        """
        CREATE TABLE t (id integer, host inet);
        INSERT INTO t VALUES (1, '10.1.2.3/24'), (2, '::1');
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
    NetworkExpression<Inet> host =
        NetworkExpression.of(Question.column("host", PostgresTypes.INET));
    String cast = " CAST(? AS inet)";
    return Stream.of(
        condition("t.host <<=" + cast, host.within(Inet.of("10.1.2.0/24"))),
        condition("t.host <<" + cast, host.strictlyWithin(Inet.of("10.0.0.0/8"))),
        condition("t.host >>=" + cast, host.containsNetwork(Inet.of("10.1.2.0/24"))),
        condition("t.host >>" + cast, host.strictlyContains(Inet.of("10.1.2.9"))),
        condition("t.host &&" + cast, host.overlaps(Inet.of("10.0.0.0/8"))),
        new Question<>("host(t.host)", host.host(), "10.1.2.3", "::1"),
        new Question<>("masklen(t.host)", host.maskLength(), 24, 128),
        new Question<>("family(t.host)", host.family(), 4, 6),
        new Question<>(
            "network(t.host)", host.block(), Inet.of("10.1.2.0/24"), Inet.of("::1/128")));
  }
}
