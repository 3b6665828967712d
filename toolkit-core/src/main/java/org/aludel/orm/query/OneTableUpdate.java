package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.aludel.orm.mapping.Mapper;
import org.aludel.sql.Assignment;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Rewriter;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.Update;
import org.aludel.type.SqlTypes;

/** An UPDATE of one of joined tables, whose rows a query over all of them finds. */
final class OneTableUpdate {
  private final WideChange<?> change;
  private final Mapper<?> owner;
  private final NamedTable table;

  OneTableUpdate(WideChange<?> change, Mapper<?> owner) {
    this.change = change;
    this.owner = owner;
    this.table = Relationships.table(owner, null);
  }

  Update<?> statement() {
    List<Assignment> assignments = new ArrayList<>();
    for (WideChange.Setting one : Objects.requireNonNull(change.settings())) {
      assignments.add(new Assignment(WideChange.column(table, one.column()), here(one.value())));
    }
    Update<?> whole = new Update<>(table, assignments, change.reach().withoutConditions(), null);
    return whole.where(new Predicate.InSubquery(key(), keys(), false));
  }

  /** A value that reads nothing but the table. */
  private <T> Expression<T> here(Expression<T> value) {
    return new Rewriter() {
      @Override
      protected Expression<?> instead(Expression<?> expression) {
        return expression instanceof ColumnReference<?> column && column.source() != null
            ? own(column)
            : expression;
      }
    }.expression(value);
  }

  private Expression<?> own(ColumnReference<?> column) {
    Expression<?> there = change.model().view().rowTables().get(0).of(column);
    return there instanceof ColumnReference<?> found ? found.withSource(table) : there;
  }

  private Expression<?> key() {
    List<Expression<?>> key = new ArrayList<>();
    owner.keyColumns().forEach(one -> key.add(table.c(one.name(), one.type())));
    return key.size() == 1 ? key.get(0) : tuple(key);
  }

  /** The type plays no part in a comparison with a query. */
  private static Expression<?> tuple(List<Expression<?>> parts) {
    String marks = String.join(", ", Collections.nCopies(parts.size(), "?"));
    return Sql.fragment(SqlTypes.TEXT, "(" + marks + ")", parts.toArray(Expression<?>[]::new));
  }

  private Select<?> keys() {
    List<Selectable<?>> ids = new ArrayList<>();
    change
        .model()
        .ids()
        .forEach(id -> ids.add(change.model().view().column(change.view(), id.column())));
    return Sql.select(ids.get(0))
        .withProjection(new Projection<Object>(ids, values -> values))
        .from(change.view())
        .where(change.reach().where().toArray(Predicate[]::new));
  }
}
