package org.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.jspecify.annotations.Nullable;

/** The {@code CREATE INDEX} that SQLite keeps of each index that is no constraint's. */
final class SqliteIndexText {
  private final SqliteTokens tokens;

  private SqliteIndexText(SqliteTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The index of that name.
   *
   * @throws org.aludel.error.DatabaseException CATALOG_BROKEN for a text of another form
   */
  static Index read(String name, String sql) {
    return new SqliteIndexText(new SqliteTokens(sql)).index(name);
  }

  private Index index(String name) {
    tokens.require("CREATE");
    boolean unique = tokens.takes("UNIQUE");
    while (!tokens.takes("ON")) {
      tokens.name();
    }
    tokens.name();
    tokens.require("(");
    List<IndexElement> elements = new ArrayList<>();
    do {
      elements.add(element());
    } while (tokens.takes(","));
    tokens.require(")");
    String predicate = tokens.takes("WHERE") ? tokens.rest() : null;
    return new Index(
        ConstraintName.given(name),
        unique,
        "btree",
        elements,
        List.of(),
        predicate,
        false,
        Map.of(),
        null,
        true);
  }

  private IndexElement element() {
    int start = tokens.peek().start();
    int end = start;
    int words = 0;
    String column = null;
    while (!isEnd()) {
      SqliteTokens.Token token = tokens.peek();
      if (tokens.sees("(")) {
        tokens.parenthesised();
        column = null;
        end = tokens.previousEnd();
      } else {
        tokens.take();
        column = token.text();
        end = token.end();
      }
      words++;
    }
    String collation = tokens.takes("COLLATE") ? tokens.name() : null;
    boolean descending = tokens.takes("DESC");
    tokens.takes("ASC");
    String expression = words == 1 && column != null ? null : tokens.between(start, end);
    return new IndexElement(
        expression == null ? column : null,
        unwrapped(expression),
        collation,
        null,
        descending,
        descending);
  }

  private boolean isEnd() {
    return tokens.sees(",")
        || tokens.sees(")")
        || tokens.sees("COLLATE")
        || tokens.sees("ASC")
        || tokens.sees("DESC")
        || tokens.atEnd();
  }

  /** Without the parentheses that hold all of it. */
  private static @Nullable String unwrapped(@Nullable String expression) {
    if (expression == null || !expression.startsWith("(")) {
      return expression;
    }
    SqliteTokens inner = new SqliteTokens(expression);
    String content = inner.parenthesised();
    return inner.atEnd() ? content : expression;
  }
}
