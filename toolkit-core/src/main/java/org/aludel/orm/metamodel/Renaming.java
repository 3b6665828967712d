package org.aludel.orm.metamodel;

import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Rewriter;
import org.aludel.sql.SourceKey;

/** Gives one table of a condition another name: a table asked about from itself needs two. */
final class Renaming extends Rewriter {
  private final SourceKey from;
  private final NamedTable to;

  Renaming(SourceKey from, NamedTable to) {
    this.from = from;
    this.to = to;
  }

  @Override
  protected ColumnReference<?> column(ColumnReference<?> column) {
    FromItem source = column.source();
    return source != null && source.key().equals(from) ? column.withSource(to) : column;
  }

  /** One that begins at the table keeps its own condition, which speaks of the table behind it. */
  @Override
  public Expression<?> visitUnresolved(Predicate.Unresolved node) {
    if (!(node instanceof RelationshipExists exists)) {
      return node;
    }
    if (exists.relationship().table().key().equals(from)) {
      return exists.resolved(to);
    }
    Predicate condition = exists.condition();
    return condition == null
        ? node
        : new RelationshipExists(exists.relationship(), predicate(condition));
  }
}
