package org.aludel.orm.loading;

import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.Rewriter;
import org.aludel.sql.SourceKey;

/** Lets a condition over a class's table speak of another name of that table. */
public final class SourceSwap extends Rewriter {
  private final SourceKey from;
  private final FromItem to;

  private SourceSwap(SourceKey from, FromItem to) {
    this.from = from;
    this.to = to;
  }

  /** From the table or view of a class under its own name to another source. */
  public static SourceSwap of(NodeSource to) {
    return new SourceSwap(to.view().source(null).key(), to.item());
  }

  /** From one source to another of the same columns. */
  public static SourceSwap between(NodeSource from, NodeSource to) {
    return new SourceSwap(from.item().key(), to.item());
  }

  /** The condition about the other source. */
  public Predicate apply(Predicate condition) {
    return from.equals(to.key()) ? condition : predicate(condition);
  }

  /** The expression about the other source. */
  Expression<?> apply(Expression<?> expression) {
    return from.equals(to.key()) ? expression : expression(expression);
  }

  @Override
  protected ColumnReference<?> column(ColumnReference<?> column) {
    FromItem source = column.source();
    return source != null && source.key().equals(from) ? column.withSource(to) : column;
  }
}
