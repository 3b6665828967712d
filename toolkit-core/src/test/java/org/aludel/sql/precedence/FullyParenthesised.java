package org.aludel.sql.precedence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aludel.compile.SqlLiteral;
import org.aludel.sql.Bind;
import org.aludel.sql.Call;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Construct;
import org.aludel.sql.ConstructWriter;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionVisitor;
import org.aludel.sql.Operation;
import org.aludel.sql.Ordering;
import org.aludel.sql.Predicate;
import org.aludel.sql.Query;
import org.aludel.sql.Scalar;
import org.aludel.sql.Select;
import org.aludel.sql.Window;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * Writes expressions the simple way: each operand in parentheses, so that nothing depends on which
 * operator binds tighter. Knows nothing of the compilers. Values are literals.
 */
final class FullyParenthesised implements ExpressionVisitor<String> {
  private final Set<String> visited = new TreeSet<>();

  /** The kinds of nodes that were written so far. */
  Set<String> visited() {
    return visited;
  }

  String write(Expression<?> expression) {
    return expression.accept(this);
  }

  private String node(Object node, String sql) {
    visited.add(node.getClass().getSimpleName());
    return "(" + sql + ")";
  }

  private String list(List<? extends Expression<?>> expressions) {
    return expressions.stream().map(this::write).collect(Collectors.joining(", "));
  }

  private String subquery(Query<?> query) {
    Select<?> select = (Select<?>) query;
    List<Expression<?>> items =
        select.projection().items().stream()
            .<Expression<?>>map(item -> (Expression<?>) item)
            .toList();
    StringBuilder sql = new StringBuilder("(SELECT " + list(items));
    if (!select.from().items().isEmpty()) {
      sql.append(" FROM ").append(select.from().items().get(0).key());
    }
    for (Predicate condition : select.criteria().where()) {
      sql.append(" WHERE ").append(write(condition));
    }
    if (!select.paging().orderBy().isEmpty()) {
      sql.append(" ORDER BY ")
          .append(orders(select.paging().orderBy()))
          .append(" LIMIT '1'::bigint");
    }
    return sql + ")";
  }

  private String orders(List<Ordering> terms) {
    return terms.stream()
        .map(term -> write(term.expression()) + (term.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  private static <T> String literal(SqlType<T> type, Object value) {
    return value == null ? "NULL" : SqlLiteral.value(type, type.javaType().cast(value));
  }

  @Override
  public String visitColumn(ColumnReference<?> node) {
    return node(
        node, node.source() == null ? node.name() : node.source().key() + "." + node.name());
  }

  @Override
  public String visitBind(Bind<?> node) {
    return node(node, literal(node.type(), node.value()));
  }

  @Override
  public String visitLiteral(Scalar.Literal<?> node) {
    boolean bare = node.type().equals(SqlTypes.INTEGER);
    if (node.type().equals(SqlTypes.TEXT)) {
      return node(node, SqlLiteral.text((String) node.value()));
    }
    return node(node, bare ? node.value().toString() : literal(node.type(), node.value()));
  }

  @Override
  public String visitInfix(Scalar.Infix<?> node) {
    return node(node, write(node.left()) + " " + node.operator() + " " + write(node.right()));
  }

  @Override
  public String visitNegated(Scalar.Negated<?> node) {
    return node(node, "-" + write(node.operand()));
  }

  @Override
  public String visitFunction(Scalar.FunctionCall<?> node) {
    return node(node, call(node, ""));
  }

  private String call(Scalar.FunctionCall<?> node, String order) {
    return switch (node.form()) {
      case STAR -> node.name() + "(*)";
      case DISTINCT -> node.name() + "(DISTINCT " + list(node.arguments()) + order + ")";
      case PLAIN -> node.name() + "(" + list(node.arguments()) + order + ")";
    };
  }

  @Override
  public String visitCast(Scalar.Cast<?> node) {
    return node(node, write(node.operand()) + "::" + node.type().name());
  }

  @Override
  public String visitCoerced(Scalar.Coerced<?> node) {
    return node(node, write(node.operand()));
  }

  @Override
  public String visitSubscript(Scalar.Subscript<?> node) {
    return node(node, write(node.array()) + "[" + write(node.index()) + "]");
  }

  @Override
  public String visitSlice(Scalar.Slice<?> node) {
    String first = node.first() == null ? "" : write(node.first());
    String last = node.last() == null ? "" : write(node.last());
    return node(node, write(node.array()) + "[" + first + ":" + last + "]");
  }

  @Override
  public String visitCase(Scalar.Case<?> node) {
    StringBuilder sql = new StringBuilder("CASE");
    node.branches()
        .forEach(
            one -> sql.append(" WHEN " + write(one.condition()) + " THEN " + write(one.value())));
    return node(
        node, sql + (node.otherwise() == null ? "" : " ELSE " + write(node.otherwise())) + " END");
  }

  @Override
  public String visitSubquery(Scalar.Subquery<?> node) {
    return node(node, subquery(node.select()));
  }

  @Override
  public String visitFragment(Scalar.Fragment<?> node) {
    String sql = node.sql();
    for (Expression<?> part : node.parts()) {
      sql = sql.replaceFirst("\\?", java.util.regex.Matcher.quoteReplacement(write(part)));
    }
    return node(node, sql);
  }

  @Override
  public String visitExcluded(Scalar.Excluded<?> node) {
    throw new AssertionError("EXCLUDED outside of ON CONFLICT");
  }

  @Override
  public String visitLabel(Scalar.Label<?> node) {
    return node(node, write(node.operand()));
  }

  @Override
  public String visitComparison(Predicate.Comparison node) {
    return node(
        node, write(node.left()) + " " + node.operator().sql() + " " + quantified(node.right()));
  }

  /** ANY and ALL are no values, so they stand alone. */
  private String quantified(Expression<?> right) {
    if (right instanceof Operation.Quantified<?> rows) {
      visited.add("Quantified");
      return rows.quantifier() + " " + subquery(rows.select());
    }
    return right instanceof Scalar.FunctionCall<?> call && call.name().matches("ANY|ALL")
        ? call(call, "")
        : write(right);
  }

  @Override
  public String visitIsNull(Predicate.IsNull node) {
    return node(node, write(node.operand()) + not(" IS NOT", " IS", node.negated()) + " NULL");
  }

  private static String not(String negated, String plain, boolean isNegated) {
    return isNegated ? negated : plain;
  }

  @Override
  public String visitBetween(Predicate.Between node) {
    return node(
        node,
        write(node.operand())
            + not(" NOT BETWEEN ", " BETWEEN ", node.negated())
            + (node.symmetric() ? "SYMMETRIC " : "")
            + write(node.low())
            + " AND "
            + write(node.high()));
  }

  @Override
  public String visitInValues(Predicate.InValues node) {
    String values = write(node.values());
    return node(
        node, write(node.operand()) + not(" <> ALL (", " = ANY (", node.negated()) + values + ")");
  }

  @Override
  public String visitInSubquery(Predicate.InSubquery node) {
    return node(
        node,
        write(node.operand()) + not(" NOT IN ", " IN ", node.negated()) + subquery(node.select()));
  }

  @Override
  public String visitLike(Predicate.Like node) {
    String escape = node.escape() == null ? "" : " ESCAPE '" + node.escape() + "'";
    return node(
        node,
        write(node.operand())
            + not(" NOT", "", node.negated())
            + (node.anyCase() ? " ILIKE " : " LIKE ")
            + write(node.pattern())
            + escape);
  }

  @Override
  public String visitAnd(Predicate.And node) {
    return node(node, node.parts().stream().map(this::write).collect(Collectors.joining(" AND ")));
  }

  @Override
  public String visitOr(Predicate.Or node) {
    return node(node, node.parts().stream().map(this::write).collect(Collectors.joining(" OR ")));
  }

  @Override
  public String visitNot(Predicate.Not node) {
    return node(node, "NOT " + write(node.operand()));
  }

  @Override
  public String visitExists(Predicate.Exists node) {
    return node(node, "EXISTS " + subquery(node.select()));
  }

  @Override
  public String visitTruth(Predicate.Truth node) {
    return node(node, write(node.operand()));
  }

  @Override
  public String visitUnresolved(Predicate.Unresolved node) {
    throw new AssertionError("a condition over mapped classes");
  }

  @Override
  public String visitPrefix(Operation.Prefix<?> node) {
    return node(node, node.operator() + write(node.operand()));
  }

  @Override
  public String visitCollated(Operation.Collated<?> node) {
    return node(node, write(node.operand()) + " COLLATE \"" + node.collation() + "\"");
  }

  @Override
  public String visitExtract(Operation.Extract node) {
    return node(node, "EXTRACT(" + node.part() + " FROM " + write(node.operand()) + ")");
  }

  @Override
  public String visitKeyword(Operation.Keyword<?> node) {
    return node(node, node.word());
  }

  @Override
  public String visitChoice(Operation.Choice<?, ?> node) {
    StringBuilder sql = new StringBuilder("CASE " + write(node.subject()));
    node.branches()
        .forEach(one -> sql.append(" WHEN " + write(one.match()) + " THEN " + write(one.value())));
    return node(
        node, sql + (node.otherwise() == null ? "" : " ELSE " + write(node.otherwise())) + " END");
  }

  @Override
  public String visitRow(Operation.RowValue<?> node) {
    visited.add("RowValue");
    return "ROW(" + list(node.items()) + ")";
  }

  @Override
  public String visitArray(Operation.ArrayValue<?> node) {
    return node(node, "ARRAY[" + list(node.items()) + "]");
  }

  @Override
  public String visitArrayQuery(Operation.ArrayQuery<?> node) {
    return node(node, "ARRAY" + subquery(node.select()));
  }

  @Override
  public String visitQuantified(Operation.Quantified<?> node) {
    throw new AssertionError("ANY outside of a comparison");
  }

  @Override
  public String visitVersion(Operation.Version<?> node) {
    throw new AssertionError("OLD or NEW outside of RETURNING");
  }

  @Override
  public String visitAggregate(Call.Aggregate<?> node) {
    String order = node.orderBy().isEmpty() ? "" : " ORDER BY " + orders(node.orderBy());
    String within =
        node.withinGroup().isEmpty()
            ? ""
            : " WITHIN GROUP (ORDER BY " + orders(node.withinGroup()) + ")";
    String filter = node.filter() == null ? "" : " FILTER (WHERE " + write(node.filter()) + ")";
    visited.add("Aggregate");
    return call(node.function(), order) + within + filter;
  }

  @Override
  public String visitOver(Call.Over<?> node) {
    Window window = node.window();
    Function<Expression<?>, String> call =
        inner ->
            inner instanceof Scalar.FunctionCall<?> function ? call(function, "") : write(inner);
    return node(
        node,
        call.apply(node.call())
            + " OVER (PARTITION BY "
            + list(window.partitionBy())
            + " ORDER BY "
            + orders(window.orderBy())
            + ")");
  }

  @Override
  public String visitConstruct(Construct<?> node) {
    StringBuilder sql = new StringBuilder();
    node.write(
        new ConstructWriter() {
          @Override
          public String dialect() {
            return "postgresql";
          }

          @Override
          public ConstructWriter sql(String text) {
            sql.append(text);
            return this;
          }

          @Override
          public ConstructWriter name(String identifier) {
            return sql('"' + identifier + '"');
          }

          @Override
          public ConstructWriter write(Expression<?> expression) {
            return sql(FullyParenthesised.this.write(expression));
          }

          @Override
          public ConstructWriter operand(Expression<?> expression) {
            return write(expression);
          }
        });
    visited.add("Construct");
    return "(" + sql + ")";
  }

  @Override
  public String visitConstant(Predicate.Constant node) {
    return node(node, node.value() ? "TRUE" : "FALSE");
  }

  @Override
  public String visitMatch(Predicate.Match node) {
    String operator =
        switch (node.language()) {
          case SIMILAR -> not("NOT SIMILAR TO", "SIMILAR TO", node.negated());
          case REGEX -> not("!~", "~", node.negated());
          case REGEX_ANY_CASE -> not("!~*", "~*", node.negated());
        };
    return node(node, write(node.operand()) + " " + operator + " " + write(node.pattern()));
  }

  @Override
  public String visitIsTruth(Predicate.IsTruth node) {
    String word = node.value() == null ? "UNKNOWN" : node.value().toString();
    return node(node, write(node.operand()) + not(" IS NOT ", " IS ", node.negated()) + word);
  }

  @Override
  public String visitInRows(Predicate.InRows node) {
    String rows = "(SELECT * FROM unnest(" + list(node.columns()) + "))";
    return node(node, write(node.operand()) + not(" NOT IN ", " IN ", node.negated()) + rows);
  }
}
