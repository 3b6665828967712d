package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.lexer.SqlWord;

/** Cuts SQL into statements. Not thread-safe. */
final class SqlStatements {
  private final String sql;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<SqlStatement.Token> tokens = new ArrayList<>();
  private int begin;
  private int depth;

  private SqlStatements(String sql) {
    this.sql = sql;
  }

  /** The statements of a text in order; empty ones are left out. */
  static List<SqlStatement> of(String sql) {
    SqlStatements statements = new SqlStatements(sql);
    SqlWord.of(sql).forEach(statements::add);
    statements.end(sql.length());
    return List.copyOf(statements.statements);
  }

  private void add(SqlWord word) {
    if (word.isSign(";") && depth == 0) {
      end(word.start());
      begin = word.end();
      return;
    }
    if (word.isSign(")")) {
      depth = Math.max(0, depth - 1);
    }
    tokens.add(token(word));
    if (word.isSign("(")) {
      depth++;
    }
  }

  private SqlStatement.Token token(SqlWord word) {
    return switch (word.kind()) {
      case TEXT -> new SqlStatement.Token("'", false, depth);
      case QUOTED -> new SqlStatement.Token(word.text(), false, depth);
      case NAME, NUMBER, SIGN -> new SqlStatement.Token(word.text(), true, depth);
    };
  }

  private void end(int position) {
    if (!tokens.isEmpty()) {
      statements.add(new SqlStatement(sql.substring(begin, position), tokens));
    }
    tokens.clear();
    depth = 0;
  }
}
