package org.aludel.sql;

import java.util.List;

/**
 * An expression of the user's own: a construct of SQL that the toolkit does not have, written for
 * each database as it wants it. The one open node with a spelling; a record implements it best.
 *
 * <pre>{@code
 * record Median(Expression<BigDecimal> operand) implements Construct<BigDecimal> {
 *   static final ConstructSql<Median> SQL =
 *       ConstructSql.<Median>common((node, out) -> out.sql("median(").write(node.operand).sql(")"))
 *           .on("postgresql", (node, out) ->
 *               out.sql("percentile_cont(0.5) WITHIN GROUP (ORDER BY ").write(node.operand).sql(")"));
 *
 *   public SqlType<BigDecimal> type() { return operand.type(); }
 *   public List<Expression<?>> operands() { return List.of(operand); }
 *   public Median withOperands(Operands operands) { return new Median(operands.next(operand)); }
 *   public void write(ConstructWriter out) { SQL.write(this, out); }
 * }
 * }</pre>
 *
 * <p>Statements are compiled once for each structure. Of a construct that is its class, {@link
 * #structure()} and the operands; whatever else the text depends on must be in {@code structure()}.
 */
public non-sealed interface Construct<T> extends Expression<T> {
  /** What it is made of, in the order in which it is written. */
  List<Expression<?>> operands();

  /** The same of other operands, each of the class of the one whose place it takes. */
  Construct<T> withOperands(Operands operands);

  /** What the text depends on besides class and operands; compared by {@code equals}. */
  default Object structure() {
    return "";
  }

  /**
   * Writes it for the database that {@link ConstructWriter#dialect()} names; see {@link
   * ConstructSql}.
   */
  void write(ConstructWriter out);

  @Override
  default <V> V accept(ExpressionVisitor<V> visitor) {
    return visitor.visitConstruct(this);
  }

  /** Takes rewritten operands one by one, typed as those that they stand for. */
  final class Operands {
    private final List<Expression<?>> rewritten;
    private int next;

    /** As many as the construct has, in its order. */
    public Operands(List<Expression<?>> rewritten) {
      this.rewritten = List.copyOf(rewritten);
    }

    /**
     * The next one.
     *
     * @param before the operand whose place it takes
     */
    @SuppressWarnings("unchecked") // a rewriter gives values of the same class
    public <E> Expression<E> next(Expression<E> before) {
      return (Expression<E>) rewritten.get(next++);
    }

    /** The rest, for constructs of any number of operands. */
    public List<Expression<?>> rest() {
      List<Expression<?>> rest = rewritten.subList(next, rewritten.size());
      next = rewritten.size();
      return rest;
    }
  }
}
