package org.aludel.compile;

import java.util.List;
import java.util.function.Function;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.SourceKey;
import org.aludel.sql.TableName;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Writes expressions as SQL, with parentheses only where the precedence of operators asks for them.
 * Dialects override what differs. One instance a statement; not thread-safe.
 */
public class ExpressionCompiler extends OperationCompiler {
  protected ExpressionCompiler(SqlText text, IdentifierQuoter quoter, SqlCompiler statements) {
    super(text, quoter, statements);
  }

  @Override
  public SqlText visitColumn(ColumnReference<?> node) {
    FromItem source = node.source();
    if (source != null && statements.scopes().qualifies(node)) {
      qualifier(source.key());
    }
    return text.add(quoter.quote(node.name()));
  }

  private void qualifier(SourceKey key) {
    TableName table = key.table();
    String alias = key.alias();
    if (alias != null) {
      text.add(quoter.quote(alias));
    } else if (table != null) {
      statements.writeName(table);
    }
    text.add(".");
  }

  @Override
  public SqlText visitBind(Bind<?> node) {
    return text.bind(node);
  }

  @Override
  public SqlText visitLiteral(Scalar.Literal<?> node) {
    Object value = node.value();
    SqlType<?> type = node.type();
    if (value instanceof String string && type.equals(SqlTypes.TEXT)) {
      return text.add(SqlLiteral.text(string));
    }
    if (value instanceof Boolean truth && type.equals(SqlTypes.BOOLEAN)) {
      return text.add(truth ? "TRUE" : "FALSE");
    }
    if (!type.equals(SqlTypes.INTEGER) && !type.equals(SqlTypes.BIGINT)) {
      return text.around(text.resolved(type).rules().bindSql(), () -> text.add(typed(node)));
    }
    String number = String.valueOf(value);
    return group(
        number.startsWith("-") ? Precedence.SIGN : Precedence.ATOM, () -> text.add(number));
  }

  private <T> String typed(Scalar.Literal<T> node) {
    SqlType<T> type = text.resolved(node.type());
    return type.rules().bindSql() == null
        ? SqlLiteral.value(type, node.value())
        : SqlLiteral.text(type.codec().text(node.value()));
  }

  @Override
  public SqlText visitInfix(Scalar.Infix<?> node) {
    Precedence own =
        switch (node.rank()) {
          case OTHER -> Precedence.OTHER;
          case SUM -> Precedence.SUM;
          case PRODUCT -> Precedence.PRODUCT;
          case POWER -> Precedence.POWER;
          case ZONE -> Precedence.ZONE;
        };
    return group(
        own,
        () -> {
          operand(node.left(), own).add(" ").add(node.operator()).add(" ");
          operand(node.right(), own.tighter());
        });
  }

  @Override
  public SqlText visitNegated(Scalar.Negated<?> node) {
    // Two signs side by side would begin a comment.
    return group(
        Precedence.SIGN,
        () -> {
          text.add("-");
          operand(node.operand(), Precedence.ATOM);
        });
  }

  @Override
  public SqlText visitFunction(Scalar.FunctionCall<?> node) {
    return function(node, List.of());
  }

  @Override
  public SqlText visitCast(Scalar.Cast<?> node) {
    text.add("CAST(");
    return write(node.operand()).add(" AS ").add(text.resolved(node.type()).name()).add(")");
  }

  @Override
  public SqlText visitCoerced(Scalar.Coerced<?> node) {
    return operand(node.operand(), required());
  }

  /** Only names take an index as they are. Source: PostgreSQL 18 §4.2.3. */
  @Override
  public SqlText visitSubscript(Scalar.Subscript<?> node) {
    indexed(node.array()).add("[");
    return write(node.index()).add("]");
  }

  @Override
  public SqlText visitSlice(Scalar.Slice<?> node) {
    indexed(node.array()).add("[");
    Expression<Integer> first = node.first();
    if (first != null) {
      write(first);
    }
    text.add(":");
    Expression<Integer> last = node.last();
    if (last != null) {
      write(last);
    }
    return text.add("]");
  }

  private SqlText indexed(Expression<?> array) {
    if (array instanceof ColumnReference<?> column) {
      column.accept(this);
    } else {
      text.add("(");
      write(array).add(")");
    }
    return text;
  }

  @Override
  public SqlText visitCase(Scalar.Case<?> node) {
    text.add("CASE");
    for (Scalar.When<?> branch : node.branches()) {
      text.add(" WHEN ");
      write(branch.condition()).add(" THEN ");
      write(branch.value());
    }
    Expression<?> otherwise = node.otherwise();
    if (otherwise != null) {
      text.add(" ELSE ");
      write(otherwise);
    }
    return text.add(" END");
  }

  @Override
  public SqlText visitSubquery(Scalar.Subquery<?> node) {
    return subquery(node.select());
  }

  /** What the user wrote is taken for the loosest of operators. */
  @Override
  public SqlText visitFragment(Scalar.Fragment<?> node) {
    return group(Precedence.OR, () -> fragment(node));
  }

  private void fragment(Scalar.Fragment<?> node) {
    List<String> pieces = FragmentSplitter.split(node.sql());
    if (pieces.size() != node.parts().size() + 1) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot fill in \"" + node.sql() + "\"")
              .found(node.parts().size() + " parts")
              .expected((pieces.size() - 1) + ", one for each question mark")
              .fix("write ?? for a question mark that is an operator"));
    }
    text.add(pieces.get(0));
    for (int i = 0; i < node.parts().size(); i++) {
      operand(node.parts().get(i), Precedence.ATOM).add(pieces.get(i + 1));
    }
  }

  @Override
  public SqlText visitExcluded(Scalar.Excluded<?> node) {
    return text.add("EXCLUDED.").add(quoter.quote(node.column().name()));
  }

  /** The name is written where the value is selected; here stands the value. */
  @Override
  public SqlText visitLabel(Scalar.Label<?> node) {
    return operand(node.operand(), required());
  }

  @Override
  public SqlText visitComparison(Predicate.Comparison node) {
    boolean is =
        node.operator() == Predicate.Operator.DISTINCT
            || node.operator() == Predicate.Operator.NOT_DISTINCT;
    Precedence own = is ? Precedence.IS : Precedence.COMPARISON;
    return infix(own, node.left(), node.operator().sql(), node.right());
  }

  @Override
  public SqlText visitIsNull(Predicate.IsNull node) {
    return group(
        Precedence.IS,
        () ->
            operand(node.operand(), Precedence.COMPARISON)
                .add(node.negated() ? " IS NOT NULL" : " IS NULL"));
  }

  @Override
  public SqlText visitBetween(Predicate.Between node) {
    return group(
        Precedence.MATCH,
        () -> {
          operand(node.operand(), Precedence.OTHER);
          text.add(node.negated() ? " NOT BETWEEN " : " BETWEEN ");
          text.add(node.symmetric() ? "SYMMETRIC " : "");
          operand(node.low(), Precedence.OTHER).add(" AND ");
          operand(node.high(), Precedence.OTHER);
        });
  }

  /** One parameter for each value; of none, a condition that is false, or true when negated. */
  @Override
  public SqlText visitInValues(Predicate.InValues node) {
    List<?> values = node.values().value() == null ? List.of() : node.values().value();
    text.dependsOnValues();
    if (values.isEmpty()) {
      return group(Precedence.COMPARISON, () -> text.add(node.negated() ? "1 = 1" : "1 = 0"));
    }
    SqlType<?> type = node.operand().type();
    return group(
        Precedence.MATCH,
        () -> {
          operand(node.operand(), Precedence.OTHER).add(node.negated() ? " NOT IN (" : " IN (");
          for (int i = 0; i < values.size(); i++) {
            text.add(i == 0 ? "" : ", ").bindElement(node.values(), i, type);
          }
          text.add(")");
        });
  }

  @Override
  public SqlText visitInSubquery(Predicate.InSubquery node) {
    return group(
        Precedence.MATCH,
        () -> {
          operand(node.operand(), Precedence.OTHER).add(node.negated() ? " NOT IN " : " IN ");
          subquery(node.select());
        });
  }

  /** Standard SQL has no LIKE that ignores case, so both sides are lowered. */
  @Override
  public SqlText visitLike(Predicate.Like node) {
    return node.anyCase()
        ? like(node, " LIKE ", operand -> lower(operand))
        : like(node, " LIKE ", operand -> operand(operand, Precedence.OTHER));
  }

  private SqlText lower(Expression<?> operand) {
    text.add("lower(");
    return write(operand).add(")");
  }

  /** Writes operand, word and pattern, with the escape character of a pattern that has one. */
  protected final SqlText like(
      Predicate.Like node, String word, Function<Expression<?>, SqlText> writer) {
    return group(
        Precedence.MATCH,
        () -> {
          writer.apply(node.operand()).add(node.negated() ? " NOT" : "").add(word);
          SqlText unused = writer.apply(node.pattern());
          Character escape = node.escape();
          if (escape != null) {
            text.add(" ESCAPE ").add(SqlLiteral.text(escape.toString()));
          }
        });
  }

  @Override
  public SqlText visitAnd(Predicate.And node) {
    return conjunction(node.parts());
  }

  /** Writes the conditions of a clause, whatever the query stands in. */
  final SqlText clause(List<Predicate> parts) {
    return apart(() -> conjunction(parts));
  }

  /** Writes conditions that must all hold. */
  private SqlText conjunction(List<Predicate> parts) {
    if (parts.size() == 1) {
      return operand(parts.get(0), required());
    }
    return group(
        Precedence.AND,
        () -> text.<Predicate>list(parts, " AND ", part -> operand(part, Precedence.AND)));
  }

  @Override
  public SqlText visitOr(Predicate.Or node) {
    return group(
        Precedence.OR,
        () -> text.<Predicate>list(node.parts(), " OR ", part -> operand(part, Precedence.AND)));
  }

  /** Few readers know that NOT binds looser than a comparison, so its operand is always closed. */
  @Override
  public SqlText visitNot(Predicate.Not node) {
    return group(
        Precedence.NOT,
        () -> {
          text.add("NOT ");
          operand(node.operand(), Precedence.ATOM);
        });
  }

  @Override
  public SqlText visitExists(Predicate.Exists node) {
    text.add("EXISTS ");
    return subquery(node.select());
  }

  @Override
  public SqlText visitTruth(Predicate.Truth node) {
    return operand(node.operand(), required());
  }

  @Override
  public SqlText visitUnresolved(Predicate.Unresolved node) {
    Predicate known = node.resolved();
    if (known == null) {
      throw needsSession(node.describe(), "a condition over mapped classes");
    }
    return known.accept(this);
  }

  static CompileException needsSession(String what, @Nullable String found) {
    return new CompileException(
        Problem.of(SqlCode.NEEDS_SESSION, "cannot compile \"" + what + "\" in Core")
            .found(found == null ? what : found)
            .fix("execute the statement with a Session, or select columns"));
  }
}
