package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.Column;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement holds the columns of a class: its table or view, or a query that selects them.
 *
 * @param prefix what the query writes before the names of the columns
 */
public record NodeSource(EntityView view, FromItem item, String prefix) {
  /** The table or view of a class under its own name. */
  public static NodeSource own(EntityModel<?> model) {
    return of(model, model.view().source(null));
  }

  /** The table or view of a class, under its own name where the alias is null. */
  public static NodeSource of(EntityModel<?> model, @Nullable String alias) {
    return of(model, model.view().source(alias));
  }

  /** A source whose columns are called as in the table or view. */
  public static NodeSource of(EntityModel<?> model, FromItem item) {
    return new NodeSource(model.view(), item, "");
  }

  /** One column of the class. */
  public ColumnReference<?> column(Column column) {
    return new ColumnReference<>(item, prefix + view.name(column), column.type());
  }

  /** The columns that it has, in the order in which they are read of a whole object. */
  public List<ColumnReference<?>> columns() {
    List<ColumnReference<?>> all = new ArrayList<>();
    for (EntityView.Selected column : view.columns()) {
      if (!column.absent()) {
        all.add(new ColumnReference<>(item, prefix + column.name(), column.type()));
      }
    }
    return all;
  }

  /** What is read of an object: columns, and the expressions that a statement gives. */
  List<Expression<?>> columns(ColumnChoice choice) {
    List<Expression<?>> all = new ArrayList<>();
    List<EntityView.Selected> columns = view.columns();
    for (int position = 0; position < columns.size(); position++) {
      if (!choice.left().get(position)) {
        ColumnChoice.Given given = choice.given().get(position);
        all.add(given == null ? columns.get(position).of(item, prefix) : expression(given));
      }
    }
    return all;
  }

  /** What a statement gives in place of a column, about this source. */
  public Expression<?> expression(ColumnChoice.Given given) {
    return given.own() ? SourceSwap.of(this).apply(given.expression()) : given.expression();
  }
}
