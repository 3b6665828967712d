package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.hierarchy.RowTables;
import org.aludel.schema.Column;
import org.aludel.sql.Assignment;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.Delete;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SetOperation;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.Update;
import org.aludel.sql.With;

/** A change of the rows of a class that lie in a table for each class below it: a part for each. */
final class SeparateChange<R> {
  private final WideChange<R> change;
  private final EntityView view;

  /** Whether the tables are changed by statements of their own. */
  private boolean apart;

  SeparateChange(WideChange<R> change) {
    this.change = change;
    this.view = change.model().view();
  }

  With<?> statement() {
    List<ColumnReference<?>> returned = change.returned();
    List<Cte<?>> queries = new ArrayList<>();
    for (RowTables tables : view.rowTables()) {
      queries.add(part(tables, returned).cte("_p" + (queries.size() + 1)));
    }
    List<Query<Object>> rows = new ArrayList<>();
    for (Cte<?> each : queries) {
      List<Selectable<?>> items = new ArrayList<>();
      returned.forEach(one -> items.add(one.withSource(each)));
      rows.add(
          Sql.select(Sql.literal(1))
              .withProjection(new Projection<Object>(items, values -> values))
              .from(each));
    }
    Query<Object> all =
        rows.size() == 1
            ? rows.get(0)
            : new SetOperation<>(SetOperation.Operator.UNION_ALL, rows, Select.Paging.NONE);
    Projection<R> projection = change.projection();
    if (projection == null) {
      return new With<>(queries, all);
    }
    DerivedTable<Object> source =
        new DerivedTable<>(all, String.valueOf(change.view().key().alias()), List.of(), false);
    return new With<>(queries, Sql.select(Sql.literal(1)).withProjection(projection).from(source));
  }

  /** The same change as statements of their own. */
  ChangeSteps.Separate steps() {
    apart = true;
    List<Statement<?>> parts = new ArrayList<>();
    view.rowTables().forEach(tables -> parts.add(part(tables, change.returned())));
    return new ChangeSteps.Separate(parts);
  }

  /** SQLite knows no alias in RETURNING, where the changed table is the only one. */
  private Expression<?> labelled(String name, Expression<?> value) {
    if (!(value instanceof ColumnReference<?> column && column.name().equals(name))) {
      return value.as(name);
    }
    return apart ? new ColumnReference<>(null, name, value.type()) : value;
  }

  private Statement<Object> part(RowTables tables, List<ColumnReference<?>> returned) {
    ViewSwap swap = new ViewSwap(change, tables);
    NamedTable table = tables.table(tables.mapper());
    List<Selectable<?>> items = new ArrayList<>();
    for (ColumnReference<?> one : returned) {
      items.add(labelled(one.name(), tables.of(one)));
    }
    Projection<Object> projection = new Projection<>(items, values -> values);
    List<WideChange.Setting> settings = change.settings();
    if (settings == null) {
      return new Delete<>(table, swap.reach(), projection);
    }
    List<Assignment> assignments = new ArrayList<>();
    for (WideChange.Setting one : settings) {
      Column column = one.column();
      change.owner(column); // which refuses one that not all the tables have
      assignments.add(
          new Assignment(WideChange.column(table, column), swap.expression(one.value())));
    }
    return new Update<>(table, assignments, swap.reach(), projection);
  }
}
