package org.aludel.sql;

import java.util.List;

/** The part of a {@link Rewriter} that rebuilds operations, calls and users' constructs. */
abstract class OperationRewriter implements ExpressionVisitor<Expression<?>> {
  /** A query inside an expression. */
  protected abstract <R> Query<R> select(Query<R> select);

  /** An expression rebuilt; what replaces it must give values of the same class. */
  @SuppressWarnings("unchecked") // a visit gives back the kind that it was given
  public final <T> Expression<T> expression(Expression<T> expression) {
    Expression<?> instead = instead(expression);
    return (Expression<T>) (instead == expression ? expression.accept(this) : instead);
  }

  /**
   * What stands in the place of an expression and is not looked into; the expression itself to go
   * on with its visit.
   */
  protected Expression<?> instead(Expression<?> expression) {
    return expression;
  }

  /** A condition rebuilt; what replaces it must be one. */
  public final Predicate predicate(Predicate predicate) {
    return Sql.isTrue(expression(predicate));
  }

  /** A column where only a column may stand. */
  protected ColumnReference<?> column(ColumnReference<?> column) {
    return column;
  }

  protected final List<Predicate> predicates(List<Predicate> predicates) {
    return predicates.stream().map(this::predicate).toList();
  }

  protected final List<Expression<?>> expressions(List<Expression<?>> expressions) {
    return expressions.stream().<Expression<?>>map(this::expression).toList();
  }

  /** One term of an order. */
  protected Ordering ordering(Ordering term) {
    return new Ordering(expression(term.expression()), term.descending(), term.nulls());
  }

  protected final List<Ordering> orderings(List<Ordering> terms) {
    return terms.stream().map(this::ordering).toList();
  }

  /** A window, of a function or named by a query. */
  protected Window window(Window window) {
    Window.Frame frame = window.frame();
    return new Window(
        window.name(),
        expressions(window.partitionBy()),
        orderings(window.orderBy()),
        frame == null
            ? null
            : new Window.Frame(
                frame.unit(), edge(frame.from()), edge(frame.to()), frame.exclusion()));
  }

  private Window.Edge edge(Window.Edge edge) {
    Expression<?> offset = edge.offset();
    return offset == null ? edge : new Window.Edge(edge.side(), expression(offset));
  }

  private <T> List<Expression<T>> all(List<Expression<T>> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  @Override
  public Expression<?> visitPrefix(Operation.Prefix<?> node) {
    return new Operation.Prefix<>(node.type(), node.operator(), expression(node.operand()));
  }

  @Override
  public Expression<?> visitCollated(Operation.Collated<?> node) {
    return new Operation.Collated<>(expression(node.operand()), node.collation());
  }

  @Override
  public Expression<?> visitExtract(Operation.Extract node) {
    return new Operation.Extract(node.part(), expression(node.operand()));
  }

  @Override
  public Expression<?> visitKeyword(Operation.Keyword<?> node) {
    return node;
  }

  @Override
  public Expression<?> visitChoice(Operation.Choice<?, ?> node) {
    return rebuild(node);
  }

  private <K, T> Operation.Choice<K, T> rebuild(Operation.Choice<K, T> node) {
    Expression<T> otherwise = node.otherwise();
    return new Operation.Choice<>(
        node.type(),
        expression(node.subject()),
        node.branches().stream()
            .map(one -> new Operation.Branch<>(expression(one.match()), expression(one.value())))
            .toList(),
        otherwise == null ? null : expression(otherwise));
  }

  @Override
  public Expression<?> visitRow(Operation.RowValue<?> node) {
    return row(node);
  }

  private <T> Operation.RowValue<T> row(Operation.RowValue<T> node) {
    return new Operation.RowValue<>(node.type(), expressions(node.items()));
  }

  @Override
  public Expression<?> visitArray(Operation.ArrayValue<?> node) {
    return rebuild(node);
  }

  private <E> Operation.ArrayValue<E> rebuild(Operation.ArrayValue<E> node) {
    return new Operation.ArrayValue<>(node.type(), all(node.items()));
  }

  @Override
  public Expression<?> visitArrayQuery(Operation.ArrayQuery<?> node) {
    return rebuild(node);
  }

  private <E> Operation.ArrayQuery<E> rebuild(Operation.ArrayQuery<E> node) {
    return new Operation.ArrayQuery<>(node.type(), select(node.select()));
  }

  @Override
  public Expression<?> visitQuantified(Operation.Quantified<?> node) {
    return rebuild(node);
  }

  private <T> Operation.Quantified<T> rebuild(Operation.Quantified<T> node) {
    return new Operation.Quantified<>(node.type(), node.quantifier(), select(node.select()));
  }

  @Override
  public Expression<?> visitVersion(Operation.Version<?> node) {
    return new Operation.Version<>(node.moment(), column(node.column()));
  }

  @Override
  public Expression<?> visitAggregate(Call.Aggregate<?> node) {
    return rebuild(node);
  }

  private <T> Call.Aggregate<T> rebuild(Call.Aggregate<T> node) {
    Predicate filter = node.filter();
    Scalar.FunctionCall<T> call = node.function();
    return new Call.Aggregate<>(
        new Scalar.FunctionCall<>(
            call.name(), call.type(), expressions(call.arguments()), call.form()),
        orderings(node.orderBy()),
        orderings(node.withinGroup()),
        filter == null ? null : predicate(filter));
  }

  @Override
  public Expression<?> visitOver(Call.Over<?> node) {
    return new Call.Over<>(expression(node.call()), window(node.window()));
  }

  @Override
  public Expression<?> visitConstruct(Construct<?> node) {
    return node.withOperands(new Construct.Operands(expressions(node.operands())));
  }

  @Override
  public Expression<?> visitConstant(Predicate.Constant node) {
    return node;
  }

  @Override
  public Expression<?> visitMatch(Predicate.Match node) {
    return new Predicate.Match(
        expression(node.operand()), expression(node.pattern()), node.language(), node.negated());
  }

  @Override
  public Expression<?> visitIsTruth(Predicate.IsTruth node) {
    return new Predicate.IsTruth(expression(node.operand()), node.value(), node.negated());
  }

  /** The values stay binds; a subclass that retypes the row retypes them too. */
  @Override
  public Expression<?> visitInRows(Predicate.InRows node) {
    return new Predicate.InRows(row(node.operand()), node.columns(), node.negated());
  }
}
