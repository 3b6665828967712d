package org.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Result;

/**
 * SQL as a book has it, and the same as a statement: the server must answer both alike and leave
 * the same rows behind. The statement runs twice, with binds and as text with its values in it.
 *
 * @param book the book's SQL
 * @param sql what the statement is compiled to
 * @param since the first major version of the server that takes it, or 0
 */
record Twin(String book, String sql, Statement<?> statement, int since) {
  Twin(String book, String sql, Statement<?> statement) {
    this(book, sql, statement, 0);
  }

  /** The same for servers of a major version or later. */
  Twin since(int majorVersion) {
    return new Twin(book, sql, statement, majorVersion);
  }

  /**
   * Runs both, each in a transaction of its own that is rolled back.
   *
   * @param script makes the tables
   * @param tables are looked at afterwards
   */
  void compare(Engine engine, String script, String... tables) {
    assertThat(Shop.sql(statement)).isEqualTo(sql);
    if (version(engine) < since) {
      assertThatThrownBy(() -> engine.execute(statement))
          .hasMessageContaining("ORM-SQL-UNSUPPORTED-BY-SERVER")
          .hasMessageContaining("postgresql " + since + " or later");
      return;
    }
    List<String> expected = run(engine, script, connection -> connection.execute(book), tables);
    String literal = engine.dialect().literal(statement);

    assertThat(run(engine, script, connection -> connection.execute(literal), tables))
        .as(literal)
        .isEqualTo(expected);
    assertThat(runTyped(engine, script, tables)).isEqualTo(contents(expected));
  }

  private static int version(Engine engine) {
    try (Connection connection = engine.connect()) {
      return connection.majorVersion();
    }
  }

  /** What was returned, then what is in the tables. */
  private static List<String> run(Engine engine, String script, Step step, String... tables) {
    try (Connection connection = engine.connect()) {
      connection.execute(script);
      List<String> seen = new ArrayList<>();
      try (Result<Row> result = step.run(connection)) {
        if (result.rowCount() < 0) {
          result.all().forEach(row -> seen.add(values(row)));
        }
      }
      return look(connection, seen, tables);
    }
  }

  private List<String> runTyped(Engine engine, String script, String... tables) {
    try (Connection connection = engine.connect()) {
      connection.execute(script);
      try (Result<?> result = connection.execute(statement)) {
        if (statement.projection() != null) {
          result.all();
        }
      }
      return look(connection, new ArrayList<>(), tables);
    }
  }

  private static List<String> look(Connection connection, List<String> seen, String... tables) {
    for (String table : tables) {
      seen.add("table " + table);
      connection
          .execute("SELECT * FROM " + table + " ORDER BY 1, 2, 3")
          .all()
          .forEach(row -> seen.add(values(row)));
    }
    return seen;
  }

  private static List<String> contents(List<String> seen) {
    int first = 0;
    while (first < seen.size() && !seen.get(first).startsWith("table ")) {
      first++;
    }
    return seen.subList(first, seen.size());
  }

  private static String values(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(row.get(i));
    }
    return values.toString();
  }

  /** One way to run it. */
  private interface Step {
    Result<Row> run(Connection connection);
  }

  @Override
  public String toString() {
    return book;
  }
}
