package org.aludel.dialect.postgresql;

import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.Precedence;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.SqlText;
import org.aludel.sql.Operation;
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

  /**
   * One array parameter a column, however many rows there are, so that the text stays the same; of
   * no rows IN is false. Source: PostgreSQL 18 §9.24, §9.19.
   */
  @Override
  public SqlText visitInRows(Predicate.InRows node) {
    boolean wrapped =
        node.operand().items().stream()
            .anyMatch(item -> text.resolved(item.type()).rules().bindSql() != null);
    if (wrapped) {
      return super.visitInRows(node);
    }
    return group(
        Precedence.MATCH,
        () -> {
          operand(node.operand(), Precedence.OTHER).add(node.negated() ? " NOT IN " : " IN ");
          text.add("(SELECT * FROM unnest(").list(node.columns(), ", ", text::bind).add("))");
        });
  }

  /** Source: PostgreSQL 18 §9.7.1, ILIKE. */
  @Override
  public SqlText visitLike(Predicate.Like node) {
    String word = node.anyCase() ? " ILIKE " : " LIKE ";
    return like(node, word, operand -> operand(operand, Precedence.OTHER));
  }

  /** Source: PostgreSQL 18 §9.7.3. */
  @Override
  public SqlText visitMatch(Predicate.Match node) {
    return switch (node.language()) {
      case SIMILAR -> super.visitMatch(node);
      case REGEX -> match(node, node.negated() ? "!~" : "~", Precedence.OTHER);
      case REGEX_ANY_CASE -> match(node, node.negated() ? "!~*" : "~*", Precedence.OTHER);
    };
  }

  /** Source: PostgreSQL 18 §6.4. */
  @Override
  public SqlText visitVersion(Operation.Version<?> node) {
    text.since(18, "RETURNING of the row before or after the change");
    return version(node);
  }
}
