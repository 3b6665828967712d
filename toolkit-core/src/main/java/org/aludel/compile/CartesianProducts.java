package org.aludel.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.ExpressionWalker;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Predicate;
import org.aludel.sql.Query;
import org.aludel.sql.Select;
import org.aludel.sql.SetOperation;
import org.aludel.sql.SourceKey;
import org.aludel.sql.TableFunction;
import org.aludel.sql.With;

/**
 * Finds sources that nothing connects, so that every row of one meets every row of the other. Joins
 * connect, cross joins too, since who writes one means it; so do conditions that name columns of
 * both sides, and sources that use columns of others.
 */
final class CartesianProducts {
  private final List<Set<SourceKey>> groups = new ArrayList<>();

  private CartesianProducts() {}

  /**
   * Describes the groups of sources that nothing connects.
   *
   * @return as {@code a, b | c}; empty where all are connected
   */
  static String find(List<FromPlan.Chain> chains, List<Predicate> where) {
    if (chains.size() < 2) {
      return "";
    }
    CartesianProducts products = new CartesianProducts();
    for (FromPlan.Chain chain : chains) {
      products.groups.add(keys(chain.sources()));
    }
    for (FromPlan.Chain chain : chains) {
      products.connect(usedBy(chain.item()));
    }
    where.forEach(products::connect);
    return products.groups.size() < 2
        ? ""
        : products.groups.stream()
            .map(group -> group.stream().map(SourceKey::toString).collect(Collectors.joining(", ")))
            .collect(Collectors.joining(" | "));
  }

  private static Set<SourceKey> keys(List<FromItem> sources) {
    Set<SourceKey> keys = new LinkedHashSet<>();
    FromPlan.exposed(sources).forEach(one -> keys.add(one.key()));
    return keys;
  }

  /** The source itself and those whose columns it uses. */
  private static Set<SourceKey> usedBy(FromItem item) {
    Keys used = new Keys();
    used.found.add(item.key());
    if (item instanceof DerivedTable<?> derived && derived.isLateral()) {
      used.select(derived.query());
    } else if (item instanceof TableFunction<?> function) {
      function.calls().forEach(part -> part.call().accept(used));
    }
    return used.found;
  }

  private void connect(Predicate condition) {
    if (condition instanceof Predicate.And and) {
      and.parts().forEach(this::connect);
      return;
    }
    Keys used = new Keys();
    condition.accept(used);
    connect(used.found);
  }

  private void connect(Set<SourceKey> used) {
    List<Set<SourceKey>> touched =
        groups.stream().filter(group -> group.stream().anyMatch(used::contains)).toList();
    if (touched.size() > 1) {
      groups.removeAll(touched);
      Set<SourceKey> together = new LinkedHashSet<>();
      touched.forEach(together::addAll);
      groups.add(0, together);
    }
  }

  /** The sources whose columns are named, in subqueries too. */
  private static final class Keys extends ExpressionWalker {
    private final Set<SourceKey> found = new LinkedHashSet<>();

    @Override
    public Boolean visitColumn(ColumnReference<?> node) {
      FromItem source = node.source();
      if (source != null) {
        found.add(source.key());
      }
      return true;
    }

    @Override
    protected void select(Query<?> query) {
      if (query instanceof SetOperation<?> operation) {
        operation.parts().forEach(this::select);
      } else if (query instanceof With<?> with && with.statement() instanceof Query<?> inside) {
        select(inside);
      } else if (query instanceof Select<?> select) {
        plain(select);
      }
    }

    private void plain(Select<?> select) {
      select
          .projection()
          .items()
          .forEach(
              item -> {
                if (item instanceof org.aludel.sql.Expression<?> expression) {
                  expression.accept(this);
                }
              });
      walk(select.criteria().where());
      walk(select.criteria().having());
      for (Join join : select.from().joins()) {
        Predicate on = join.on();
        if (on != null) {
          on.accept(this);
        }
      }
      for (FromItem item : select.from().items()) {
        found.addAll(usedBy(item));
      }
    }
  }
}
