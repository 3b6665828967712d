package org.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.postgresql.PostgresDialect;
import org.aludel.dialect.sqlite.SqliteDialect;
import org.aludel.error.AludelException;
import org.aludel.testing.GoldenFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each dialect makes of the statements of the PostgreSQL manual's chapters 6 and 7, of the
 * standard's forms of DML and of SQLAlchemy's tutorial: a file of SQL a dialect, refusals among it.
 */
final class DialectGoldenTest {
  static Stream<Dialect> dialects() {
    return Stream.of(new PostgresDialect(), new SqliteDialect());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void compilesEveryStatementAsTheFileOfTheDialectSays(Dialect dialect) {
    StringBuilder text = new StringBuilder();

    chapters().forEach((name, twins) -> chapter(name, twins.get(), dialect, text));

    assertThat(text).isNotEmpty();
    GoldenFile.of(DialectGoldenTest.class, dialect.name() + ".sql").assertEquals(text.toString());
  }

  private static void chapter(
      String name, Stream<Twin> twins, Dialect dialect, StringBuilder text) {
    text.append("-- ").append(name).append("\n\n");
    twins.forEach(twin -> text.append(compiled(twin.statement(), dialect)).append("\n\n"));
  }

  private static String compiled(Statement<?> statement, Dialect dialect) {
    try {
      return dialect.compile(statement).sql() + ";";
    } catch (AludelException refused) {
      return String.valueOf(refused.getMessage())
          .lines()
          .map(line -> "-- " + line)
          .reduce((one, two) -> one + "\n" + two)
          .orElseThrow();
    }
  }

  private static Map<String, Supplier<Stream<Twin>>> chapters() {
    Map<String, Supplier<Stream<Twin>>> all = new LinkedHashMap<>();
    all.put("6.1 inserting", ManualDataManipulationTest::inserting);
    all.put("6.2 updating", ManualDataManipulationTest::updating);
    all.put("6.3 deleting", ManualDataManipulationTest::deleting);
    all.put("6.4 returning", ManualDataManipulationTest::returning);
    all.put("6.4 returning both rows", ManualDataManipulationTest::returningOfBothRows);
    all.put("7.1 overview", ManualQueriesTest::overview);
    all.put("7.2 joins", ManualTableExpressionsTest::joins);
    all.put("7.2 aliases", ManualTableExpressionsTest::aliases);
    all.put("7.2 subqueries", ManualTableExpressionsTest::subqueries);
    all.put("7.2 table functions", ManualTableExpressionsTest::functions);
    all.put("7.2 lateral", ManualTableExpressionsTest::lateral);
    all.put("7.2 where", ManualTableExpressionsTest::where);
    all.put("7.2 groups", ManualTableExpressionsTest::groups);
    all.put("7.2 grouping sets", ManualTableExpressionsTest::sets);
    all.put("7.3 select lists", ManualQueriesTest::lists);
    all.put("7.4 combined queries", ManualQueriesTest::combined);
    all.put("7.5 sorted", ManualQueriesTest::sorted);
    all.put("7.6 limited", ManualQueriesTest::limited);
    all.put("7.7 values", ManualQueriesTest::valued);
    all.put("7.8 with", ManualWithQueriesTest::plain);
    all.put("7.8 recursion", ManualWithQueriesTest::recursion);
    all.put("7.8 search order", ManualWithQueriesTest::order);
    all.put("7.8 circles", ManualWithQueriesTest::circles);
    all.put("7.8 materialized", ManualWithQueriesTest::storage);
    all.put("7.8 statements that change data", ManualWithQueriesTest::changes);
    all.put("DML: insert", DmlFormsTest::inserts);
    all.put("DML: on conflict", DmlFormsTest::conflicts);
    all.put("DML: update", DmlFormsTest::updates);
    all.put("DML: delete", DmlFormsTest::deletes);
    all.put("DML: merge", DmlFormsTest::merges);
    all.put("SQLAlchemy: insert", SqlAlchemyTutorialTest::insertStatements);
    all.put("SQLAlchemy: columns", SqlAlchemyTutorialTest::selectColumns);
    all.put("SQLAlchemy: where", SqlAlchemyTutorialTest::selectRows);
    all.put("SQLAlchemy: joins", SqlAlchemyTutorialTest::selectJoins);
    all.put("SQLAlchemy: groups", SqlAlchemyTutorialTest::selectGroups);
    all.put("SQLAlchemy: subqueries", SqlAlchemyTutorialTest::selectSubqueries);
    all.put("SQLAlchemy: correlated", SqlAlchemyTutorialTest::selectCorrelated);
    all.put("SQLAlchemy: unions", SqlAlchemyTutorialTest::selectUnions);
    all.put("SQLAlchemy: functions", SqlAlchemyTutorialTest::selectFunctions);
    all.put("SQLAlchemy: windows", SqlAlchemyTutorialTest::selectWindows);
    all.put("SQLAlchemy: update", SqlAlchemyTutorialTest::updates);
    all.put("SQLAlchemy: delete", SqlAlchemyTutorialTest::deletes);
    return all;
  }
}
