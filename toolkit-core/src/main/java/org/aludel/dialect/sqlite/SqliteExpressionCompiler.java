package org.aludel.dialect.sqlite;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.Precedence;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.SqlText;
import org.aludel.sql.Call;
import org.aludel.sql.Operation;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;

/** What SQLite writes differently, and what it has no operator for. Source: SQLite, expressions. */
final class SqliteExpressionCompiler extends ExpressionCompiler {
  private static final Set<String> OPERATORS =
      Set.of(
          "+", "-", "*", "/", "%", "||", "->", "->>", "&", "|", "<<", ">>", "GLOB", "REGEXP",
          "MATCH", "=", "<>", "<", "<=", ">", ">=");

  /** Source: SQLite, date and time functions, strftime. */
  private static final Map<Operation.DatePart, String> FORMATS =
      Map.of(
          Operation.DatePart.YEAR, "%Y",
          Operation.DatePart.MONTH, "%m",
          Operation.DatePart.DAY, "%d",
          Operation.DatePart.DOY, "%j",
          Operation.DatePart.DOW, "%w",
          Operation.DatePart.HOUR, "%H",
          Operation.DatePart.MINUTE, "%M",
          Operation.DatePart.SECOND, "%f",
          Operation.DatePart.EPOCH, "%s");

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
      throw SqliteRefusal.of(
          "an operator",
          node.operator(),
          "use one of its own: " + String.join(" ", OPERATORS.stream().sorted().toList()));
    }
    return super.visitInfix(node);
  }

  @Override
  public SqlText visitCast(Scalar.Cast<?> node) {
    text.add("CAST(");
    return write(node.operand()).add(" AS ").add(SqliteTypes.castName(node.type())).add(")");
  }

  @Override
  public SqlText visitExtract(Operation.Extract node) {
    String format = FORMATS.get(node.part());
    if (format == null) {
      throw SqliteRefusal.of(
          "a part of a date", node.part().name(), "call strftime by function(name, type, …)");
    }
    text.add("CAST(strftime('").add(format).add("', ");
    return write(node.operand()).add(") AS numeric)");
  }

  @Override
  public SqlText visitBetween(Predicate.Between node) {
    if (node.symmetric()) {
      throw SqliteRefusal.of(
          "a comparison", "BETWEEN SYMMETRIC", "between the smaller and the greater");
    }
    return super.visitBetween(node);
  }

  @Override
  public SqlText visitMatch(Predicate.Match node) {
    throw SqliteRefusal.of(
        "a comparison", "SIMILAR TO or a regular expression", "like(…), or op(\"GLOB\", …)");
  }

  /** A list of rows is only taken as VALUES. */
  @Override
  public SqlText visitInRows(Predicate.InRows node) {
    return inRows(node, " IN (VALUES ");
  }

  @Override
  public SqlText visitKeyword(Operation.Keyword<?> node) {
    if (node.word().equals("DEFAULT")) {
      throw SqliteRefusal.of("a value", "DEFAULT", "leave the column out of the statement");
    }
    return super.visitKeyword(node);
  }

  @Override
  public SqlText visitAggregate(Call.Aggregate<?> node) {
    if (!node.withinGroup().isEmpty()) {
      throw SqliteRefusal.of("an aggregate", "WITHIN GROUP", "windows over the same order");
    }
    return super.visitAggregate(node);
  }

  @Override
  public SqlText visitSubscript(Scalar.Subscript<?> node) {
    throw array("a subscript");
  }

  @Override
  public SqlText visitSlice(Scalar.Slice<?> node) {
    throw array("a slice");
  }

  @Override
  public SqlText visitArray(Operation.ArrayValue<?> node) {
    throw array("an array");
  }

  @Override
  public SqlText visitArrayQuery(Operation.ArrayQuery<?> node) {
    throw array("an array");
  }

  @Override
  public SqlText visitQuantified(Operation.Quantified<?> node) {
    throw SqliteRefusal.of(
        "a comparison", node.quantifier().name() + " of a query", "in(select), or min and max");
  }

  private static RuntimeException array(String what) {
    return SqliteRefusal.of(
        what, "an array, which SQLite does not have", "keep lists as JSON and read them by ->>");
  }
}
