package org.aludel.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionWalker;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.JoinPath;
import org.aludel.sql.Predicate;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SourceKey;
import org.aludel.sql.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * The FROM of a query with nothing left to guess.
 *
 * @param items at least one unless the query reads no table
 * @param joins in order, each with its condition unless it is a cross join
 */
record FromPlan(List<FromItem> items, List<Step> joins) {
  /** One join. */
  record Step(Join.Kind kind, FromItem target, @Nullable Predicate on) {}

  /** All sources in the order in which they are written. */
  List<FromItem> sources() {
    List<FromItem> all = new ArrayList<>(items);
    joins.forEach(join -> all.add(join.target()));
    return all;
  }

  /**
   * Works out sources and join conditions.
   *
   * @throws CompileException with {@code FOREIGN_COLUMN}, {@code NO_JOIN_CONDITION}, {@code
   *     AMBIGUOUS_JOIN} or {@code NEEDS_SESSION}
   */
  static FromPlan of(Select<?> select, Scopes around) {
    List<Join> joins = new ArrayList<>(select.from().joins().size());
    for (Join join : select.from().joins()) {
      joins.add(resolved(join));
    }
    List<FromItem> items = new ArrayList<>(select.from().items());
    if (items.isEmpty()) {
      items.addAll(implied(select, joins, around));
    }
    List<FromItem> left = new ArrayList<>(items);
    List<Step> steps = new ArrayList<>();
    for (Join join : joins) {
      FromItem target = (FromItem) join.target();
      Predicate on = join.on();
      if (on == null && join.kind() != Join.Kind.CROSS) {
        on = JoinInference.condition(left, target);
      }
      steps.add(new Step(join.kind(), target, on));
      left.add(target);
    }
    return new FromPlan(List.copyOf(items), List.copyOf(steps));
  }

  /** The join with a table in place of a path. */
  private static Join resolved(Join join) {
    if (!(join.target() instanceof JoinPath path)) {
      return join;
    }
    Join known = path.toJoin(join.kind());
    if (known != null) {
      return known;
    }
    throw new CompileException(
        Problem.of(SqlCode.NEEDS_SESSION, "cannot join \"" + path.describe() + "\" in Core")
            .found("a relationship of a mapped class")
            .fix("execute the statement with a Session, or join(table, condition)"));
  }

  /** The sources of what is selected, without those that are joined or belong to a query around. */
  private static List<FromItem> implied(Select<?> select, List<Join> joins, Scopes around) {
    SourceCollector collector = new SourceCollector();
    for (Selectable<?> item : select.projection().items()) {
      collector.add(item);
    }
    Map<SourceKey, FromItem> found = collector.found;
    joins.forEach(join -> found.remove(((FromItem) join.target()).key()));
    List<FromItem> own = new ArrayList<>(found.size());
    for (FromItem item : found.values()) {
      if (!around.contains(item.key())) {
        own.add(item);
      }
    }
    List<FromItem> chosen = own.isEmpty() ? List.copyOf(found.values()) : own;
    if (chosen.size() > 1) {
      throw unrelated(chosen);
    }
    return chosen;
  }

  private static CompileException unrelated(List<FromItem> sources) {
    String names =
        sources.stream().map(item -> item.key().toString()).collect(Collectors.joining(", "));
    return new CompileException(
        Problem.of(SqlCode.FOREIGN_COLUMN, "cannot select from " + sources.size() + " sources")
            .found(names + ", without a word on which rows belong together")
            .expected("one of them, the others joined")
            .fix("join(…), or from(" + names + ") if every pair is meant"));
  }

  private static final class SourceCollector extends ExpressionWalker {
    private final Map<SourceKey, FromItem> found = new LinkedHashMap<>();

    void add(Selectable<?> item) {
      if (item instanceof Expression<?> expression) {
        expression.accept(this);
      } else if (item instanceof TableSource<?> table) {
        found.putIfAbsent(table.key(), table);
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
    protected void select(Select<?> select) {
      // A subquery names its own sources.
    }
  }
}
