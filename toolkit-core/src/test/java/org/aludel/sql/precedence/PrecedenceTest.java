package org.aludel.sql.precedence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionVisitor;
import org.aludel.sql.Row;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Random expressions, written with as few parentheses as the compiler thinks fit and with all of
 * them: the server must read both as the same tree, and give the same values in each row.
 */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrecedenceTest {
  private static final long SEED = 20261128;
  private static final int BATCH = 40;
  private static final int COUNT = Boolean.getBoolean("aludel.full") ? 10_000 : 600;
  private static final int DEPTH = 4;

  /** What stands in no SELECT list, and the node that tests have no words for. */
  private static final Set<String> ELSEWHERE = Set.of("Excluded", "Unresolved", "Version");

  private final Engine engine;

  PrecedenceTest(TestDatabase database) {
    database.run(RandomExpressions.SCRIPT);
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  /** One expression, written both ways. */
  private record Pair(String sparing, String full) {}

  @Test
  void theServerReadsWhatIsMeant() {
    RandomExpressions expressions = new RandomExpressions(SEED);
    FullyParenthesised writer = new FullyParenthesised();
    int refused = 0;

    for (int done = 0; done < COUNT; done += BATCH) {
      List<Pair> batch = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        Expression<?> expression = expressions.next(1 + i % DEPTH);
        batch.add(new Pair(sparing(expression), writer.write(expression)));
      }
      refused += compare(batch);
    }

    assertThat(refused).as("expressions that the server refused").isLessThan(COUNT / 20);
    assertThat(writer.visited()).containsAll(kinds());
  }

  /** Every kind of node that has a visit. */
  private static Set<String> kinds() {
    Set<String> kinds =
        Arrays.stream(ExpressionVisitor.class.getMethods())
            .map(method -> method.getParameterTypes()[0].getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    kinds.removeAll(ELSEWHERE);
    return kinds;
  }

  private String sparing(Expression<?> expression) {
    String sql = engine.dialect().literal(Sql.select(expression).from(RandomExpressions.T));
    int label = sql.endsWith(" AS ignored FROM t") ? " AS ignored".length() : 0;
    return sql.substring("SELECT ".length(), sql.length() - " FROM t".length() - label);
  }

  /** Compares the trees and the values of a batch; one by one where the server refuses one. */
  private int compare(List<Pair> batch) {
    try (Connection connection = engine.connect()) {
      connection.execute(
          "CREATE TEMP VIEW sparing AS " + sql(batch.stream().map(Pair::sparing).toList()));
      connection.execute(
          "CREATE TEMP VIEW full_ AS " + sql(batch.stream().map(Pair::full).toList()));
      List<String> trees =
          connection
              .execute("SELECT pg_get_viewdef('sparing'), pg_get_viewdef('full_')")
              .all()
              .stream()
              .flatMap(row -> java.util.stream.Stream.of(text(row, 0), text(row, 1)))
              .toList();
      if (batch.size() > 1 && !trees.get(0).equals(trees.get(1))) {
        return oneByOne(batch);
      }
      assertThat(trees.get(0)).as(batch.get(0).toString()).isEqualTo(trees.get(1));
      List<Row> sparing = connection.execute("SELECT * FROM sparing").all();
      List<Row> full = connection.execute("SELECT * FROM full_").all();
      for (int row = 0; row < full.size(); row++) {
        for (int i = 0; i < batch.size(); i++) {
          assertThat(text(sparing.get(row), i))
              .as(batch.get(i).sparing)
              .isEqualTo(text(full.get(row), i));
        }
      }
      return 0;
    } catch (DatabaseException refused) {
      if (batch.size() > 1) {
        return oneByOne(batch);
      }
      assertThat(state(batch.get(0).full))
          .as(batch.get(0).sparing)
          .isEqualTo(state(batch.get(0).sparing));
      return 1;
    }
  }

  private int oneByOne(List<Pair> batch) {
    return batch.stream().mapToInt(pair -> compare(List.of(pair))).sum();
  }

  private static String sql(List<String> expressions) {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = 0; i < expressions.size(); i++) {
      sql.append(i == 0 ? "" : ", ").append(expressions.get(i)).append(" AS c").append(i);
    }
    return sql + " FROM t";
  }

  private static String text(Row row, int position) {
    return String.valueOf(row.get(position));
  }

  /** How the server refuses an expression. */
  private String state(String expression) {
    try {
      return "answered: " + engine.execute("SELECT " + expression + " FROM t").size();
    } catch (DatabaseException refused) {
      return String.valueOf(refused.sqlState());
    }
  }
}
