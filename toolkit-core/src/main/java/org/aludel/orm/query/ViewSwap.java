package org.aludel.orm.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.hierarchy.RowTables;
import org.aludel.orm.mapping.Mapper;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Reach;
import org.aludel.sql.Rewriter;
import org.aludel.sql.Select;

/** Puts the tables of a class in the place of its view. Notes which it read; for one statement. */
final class ViewSwap extends Rewriter {
  private final WideChange<?> change;
  private final RowTables tables;
  private final Set<Mapper<?>> read = new LinkedHashSet<>();

  ViewSwap(WideChange<?> change, RowTables tables) {
    this.change = change;
    this.tables = tables;
  }

  /** The classes whose tables were read. */
  Set<Mapper<?>> read() {
    return read;
  }

  Reach reach() {
    Reach reach = change.reach();
    return new Reach(
        new Select.From(
            reach.from().items().stream().map(this::source).toList(),
            reach.from().joins().stream().map(this::join).toList()),
        predicates(reach.where()),
        reach.everyRow());
  }

  private boolean isView(FromItem item) {
    return item.key().equals(change.view().key());
  }

  @Override
  protected Expression<?> instead(Expression<?> expression) {
    if (expression instanceof ColumnReference<?> column
        && column.source() != null
        && isView(column.source())) {
      read.addAll(tables.owners(column.name()));
      return tables.of(column);
    }
    return expression;
  }

  @Override
  protected Join join(Join join) {
    FromItem left = join.left();
    return super.join(
        left != null && isView(left)
            ? new Join(join.kind(), join.target(), join.match(), null)
            : join);
  }

  /** A view that is read again below has other rows than the tables that stand for it here. */
  @Override
  protected FromItem source(FromItem item) {
    if (isView(item)) {
      throw readAgain();
    }
    return super.source(item);
  }

  @Override
  protected <R> Select<R> plain(Select<R> node) {
    List<FromItem> own = OwnSources.of(node, Set.of(change.view().key()));
    if (own.stream().anyMatch(this::isView)) {
      throw readAgain();
    }
    return super.plain(node);
  }

  private RuntimeException readAgain() {
    return WideChange.refused(
        change.model(),
        "a subquery that reads the class under the name that is changed",
        "read it under an alias there");
  }
}
