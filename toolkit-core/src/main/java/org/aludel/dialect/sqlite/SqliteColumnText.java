package org.aludel.dialect.sqlite;

import java.util.List;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.jspecify.annotations.Nullable;

/** One column of a {@code CREATE TABLE}, with the constraints that stand beside it. */
final class SqliteColumnText {
  private static final Set<String> AFTER_TYPE =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "GENERATED",
          "AS");

  private final SqliteTableText table;
  private final SqliteTokens tokens;
  private final String name;
  private boolean nullable = true;
  private @Nullable String serverDefault;
  private @Nullable String collation;
  private @Nullable Computed computed;

  SqliteColumnText(SqliteTableText table, SqliteTokens tokens) {
    this.table = table;
    this.tokens = tokens;
    this.name = tokens.name();
  }

  void read() {
    String type = type();
    while (!tokens.sees(",") && !tokens.sees(")")) {
      String constraint = tokens.takes("CONSTRAINT") ? tokens.name() : null;
      constraint(constraint);
    }
    table.column(
        new Column(
            name,
            SqliteTypes.declared(type),
            nullable,
            serverDefault,
            null,
            computed,
            collation,
            null));
  }

  /** Any words up to a constraint, with numbers in parentheses. */
  private String type() {
    StringBuilder type = new StringBuilder();
    while (!tokens.sees(",") && !tokens.sees(")") && !isAfterType()) {
      if (tokens.sees("(")) {
        type.append('(').append(tokens.parenthesised().replaceAll("\\s+", "")).append(')');
      } else {
        type.append(type.length() == 0 ? "" : " ").append(tokens.name());
      }
    }
    return type.toString();
  }

  private boolean isAfterType() {
    return AFTER_TYPE.stream().anyMatch(tokens::sees);
  }

  private void constraint(@Nullable String constraint) {
    if (tokens.takes("PRIMARY", "KEY")) {
      primaryKey(constraint);
    } else if (tokens.takes("UNIQUE")) {
      table.unique(constraint, List.of(name));
    } else if (tokens.takes("CHECK")) {
      table.check(constraint, tokens.parenthesised(), name);
    } else if (tokens.takes("REFERENCES")) {
      table.foreignKey(constraint, List.of(name));
    } else {
      property();
    }
    table.passConflict();
  }

  private void primaryKey(@Nullable String constraint) {
    if (tokens.takes("DESC")) {
      table.notCounted(name);
    } else {
      tokens.takes("ASC");
    }
    table.primaryKey(constraint, List.of(name));
    table.passConflict();
    tokens.takes("AUTOINCREMENT");
  }

  private void property() {
    if (tokens.takes("NOT", "NULL")) {
      nullable = false;
    } else if (tokens.takes("DEFAULT")) {
      serverDefault = value();
    } else if (tokens.takes("COLLATE")) {
      collation = tokens.name();
    } else if (tokens.takes("GENERATED", "ALWAYS", "AS") || tokens.takes("AS")) {
      String expression = tokens.parenthesised();
      computed = new Computed(expression, tokens.takes("STORED"));
      tokens.takes("VIRTUAL");
    } else if (!tokens.takes("NULL")) {
      throw tokens.unreadable("a constraint of column \"" + name + "\"");
    }
  }

  /** An expression in parentheses, or one value with its sign. */
  private String value() {
    if (tokens.sees("(")) {
      return tokens.parenthesised();
    }
    int start = tokens.peek().start();
    boolean signed = tokens.takes("-") || tokens.takes("+");
    SqliteTokens.Token value = tokens.take();
    boolean blob = value.is("x") && tokens.peek().kind() == SqliteTokens.Kind.TEXT;
    int end = blob ? tokens.take().end() : value.end();
    return signed || blob || value.kind() != SqliteTokens.Kind.NAME
        ? tokens.between(start, end)
        : SqliteLiteral.text(value.text());
  }
}
