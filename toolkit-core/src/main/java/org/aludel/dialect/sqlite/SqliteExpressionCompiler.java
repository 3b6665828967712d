package org.aludel.dialect.sqlite;

import java.util.Locale;
import java.util.Set;
import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.Precedence;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.SqlText;
import org.aludel.sql.Scalar;

/** What SQLite writes differently, and what it has no operator for. */
final class SqliteExpressionCompiler extends ExpressionCompiler {
  /** Source: SQLite, expressions. */
  private static final Set<String> OPERATORS =
      Set.of(
          "+", "-", "*", "/", "%", "||", "->", "->>", "&", "|", "<<", ">>", "GLOB", "REGEXP",
          "MATCH");

  SqliteExpressionCompiler(SqlText text, IdentifierQuoter quoter, SqlCompiler statements) {
    super(text, quoter, statements);
  }

  @Override
  public SqlText visitLiteral(Scalar.Literal<?> node) {
    String literal = literal(node);
    return group(
        literal.startsWith("-") ? Precedence.SIGN : Precedence.ATOM, () -> text.add(literal));
  }

  private <T> String literal(Scalar.Literal<T> node) {
    return SqliteLiteral.of(text.resolved(node.type()), node.value());
  }

  @Override
  public SqlText visitInfix(Scalar.Infix<?> node) {
    if (!OPERATORS.contains(node.operator().toUpperCase(Locale.ROOT))) {
      throw SqliteSqlCompiler.unsupported("an operator", node.operator())
          .apply("use one of its own: " + String.join(" ", OPERATORS.stream().sorted().toList()));
    }
    return super.visitInfix(node);
  }

  @Override
  public SqlText visitCast(Scalar.Cast<?> node) {
    text.add("CAST(");
    return write(node.operand()).add(" AS ").add(SqliteTypes.castName(node.type())).add(")");
  }

  @Override
  public SqlText visitSubscript(Scalar.Subscript<?> node) {
    throw SqliteSqlCompiler.unsupported("a subscript", "an array, which SQLite does not have")
        .apply("keep lists as JSON and read them by ->>");
  }
}
