package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.metamodel.RelationshipPath;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionWalker;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Query;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SourceKey;

/** The sources that a SELECT reads itself, without those that it joins. */
final class OwnSources extends ExpressionWalker {
  private final Map<SourceKey, FromItem> found = new LinkedHashMap<>();

  private OwnSources() {}

  /**
   * The sources of a SELECT of the application.
   *
   * @param around those of the queries around it
   */
  static List<FromItem> of(Select<?> select, Set<SourceKey> around) {
    OwnSources walker = new OwnSources();
    select.from().items().forEach(item -> walker.found.put(item.key(), item));
    boolean implied = walker.found.isEmpty();
    if (implied) {
      select.projection().items().forEach(walker::add);
    }
    for (Join join : select.from().joins()) {
      if (join.left() != null) {
        walker.found.putIfAbsent(join.left().key(), join.left());
      }
      if (join.target() instanceof RelationshipPath<?, ?> path && path.alias() == null) {
        walker.found.putIfAbsent(path.relationship().table().key(), path.relationship().table());
      }
    }
    for (Join join : select.from().joins()) {
      walker.found.remove(joined(join));
    }
    List<FromItem> own = new ArrayList<>();
    walker.found.forEach(
        (key, item) -> {
          if (!implied || !around.contains(key)) {
            own.add(item);
          }
        });
    return own.isEmpty() ? List.copyOf(walker.found.values()) : own;
  }

  private static SourceKey joined(Join join) {
    if (join.target() instanceof FromItem item) {
      return item.key();
    }
    RelationshipPath<?, ?> path = (RelationshipPath<?, ?>) join.target();
    return path.alias() == null
        ? new SourceKey(path.relationship().targetTable(), null)
        : path.alias().key();
  }

  private void add(Selectable<?> item) {
    if (item instanceof Expression<?> expression) {
      expression.accept(this);
    } else if (item instanceof FromItem source) {
      found.putIfAbsent(source.key(), source);
    }
  }

  @Override
  public Boolean visitColumn(ColumnReference<?> node) {
    FromItem source = node.source();
    if (source != null) {
      found.putIfAbsent(source.key(), source);
    }
    return true;
  }

  @Override
  protected void select(Query<?> query) {
    // A subquery names its own sources.
  }
}
