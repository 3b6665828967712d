package org.aludel.dialect.postgresql;

import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.Precedence;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.SqlText;
import org.aludel.sql.Predicate;

/** What PostgreSQL writes differently. */
final class PostgresExpressionCompiler extends ExpressionCompiler {
  PostgresExpressionCompiler(SqlText text, IdentifierQuoter quoter, SqlCompiler statements) {
    super(text, quoter, statements);
  }

  /**
   * One array parameter, however many values there are, so that the text stays the same; of none
   * ANY is false and ALL is true. Source: PostgreSQL 18 §9.25.
   */
  @Override
  public SqlText visitInValues(Predicate.InValues node) {
    if (text.resolved(node.operand().type()).rules().bindSql() != null) {
      return super.visitInValues(node);
    }
    return group(
        Precedence.COMPARISON,
        () -> {
          operand(node.operand(), Precedence.MATCH);
          text.add(node.negated() ? " <> ALL (" : " = ANY (").bind(node.values()).add(")");
        });
  }

  /** Source: PostgreSQL 18 §9.7.1, ILIKE. */
  @Override
  public SqlText visitLike(Predicate.Like node) {
    return group(
        Precedence.MATCH,
        () -> {
          operand(node.operand(), Precedence.OTHER).add(node.anyCase() ? " ILIKE " : " LIKE ");
          operand(node.pattern(), Precedence.OTHER);
          escape(node);
        });
  }
}
