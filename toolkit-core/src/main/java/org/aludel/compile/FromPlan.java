package org.aludel.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedSource;
import org.aludel.sql.Expression;
import org.aludel.sql.ExpressionWalker;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.JoinPath;
import org.aludel.sql.JoinedSource;
import org.aludel.sql.Predicate;
import org.aludel.sql.Query;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SourceKey;
import org.aludel.sql.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * The FROM of a query with nothing left to guess.
 *
 * @param chains at least one unless the query reads no table
 */
record FromPlan(List<Chain> chains) {
  /** A source and what is joined to it. */
  record Chain(FromItem item, List<Step> joins) {
    List<FromItem> sources() {
      List<FromItem> all = new ArrayList<>(List.of(item));
      joins.forEach(join -> all.add(join.target()));
      return all;
    }

    boolean has(FromItem item) {
      return exposed(sources()).stream().anyMatch(one -> one.key().equals(item.key()));
    }
  }

  /** One join, with its condition unless it needs none. */
  record Step(Join.Kind kind, FromItem target, Join.Match match) {}

  /** All sources behind the table that a statement changes. */
  List<FromItem> sourcesWith(TableSource<?> table) {
    List<FromItem> all = new ArrayList<>(List.of(table));
    all.addAll(sources());
    return all;
  }

  /** All sources behind the table that a statement changes, as they are joined. */
  List<Chain> chainsWith(TableSource<?> table) {
    List<Chain> all = new ArrayList<>(List.of(new Chain(table, List.of())));
    all.addAll(chains);
    return all;
  }

  /** All sources in the order in which they are written. */
  List<FromItem> sources() {
    return chains.stream().flatMap(chain -> chain.sources().stream()).toList();
  }

  /** The sources whose columns are in sight: those inside of parentheses too. */
  static List<FromItem> exposed(List<? extends FromItem> items) {
    List<FromItem> all = new ArrayList<>();
    for (FromItem item : items) {
      if (item instanceof JoinedSource joined && joined.alias() == null) {
        List<FromItem> inside = new ArrayList<>(List.of(joined.first()));
        joined.joins().forEach(join -> inside.add((FromItem) resolved(join).target()));
        all.addAll(exposed(inside));
      } else {
        all.add(item);
      }
    }
    return all;
  }

  /**
   * Works out sources and join conditions.
   *
   * @throws CompileException with {@code FOREIGN_COLUMN}, {@code NO_JOIN_CONDITION}, {@code
   *     AMBIGUOUS_JOIN} or {@code NEEDS_SESSION}
   */
  static FromPlan of(Select<?> select, Scopes around) {
    List<Join> joins = select.from().joins().stream().map(FromPlan::resolved).toList();
    List<FromItem> items =
        select.from().items().isEmpty()
            ? implied(select, joins, around)
            : own(select.from(), around);
    return of(items, joins);
  }

  /** Works out the join conditions of the sources that an UPDATE or DELETE names. */
  static FromPlan of(Select.From from) {
    return of(from.items(), from.joins());
  }

  /** Works out the conditions of joins to sources that are known. */
  static FromPlan of(List<FromItem> items, List<Join> joins) {
    List<Chain> chains = new ArrayList<>();
    items.forEach(item -> chains.add(new Chain(item, List.of())));
    for (Join given : joins) {
      Join join = resolved(given);
      FromItem left = join.left();
      if (left != null && chains.stream().noneMatch(chain -> chain.has(left))) {
        chains.add(new Chain(left, List.of()));
      }
      attach(chains, join);
    }
    return new FromPlan(List.copyOf(chains));
  }

  /** Adds a join to the chain that its condition speaks of. */
  private static void attach(List<Chain> chains, Join join) {
    FromItem target = (FromItem) join.target();
    FromItem left = join.left();
    Join.Match match = join.match();
    if (join.isInferred()) {
      List<FromItem> candidates =
          left == null
              ? exposed(chains.stream().flatMap(chain -> chain.sources().stream()).toList())
              : List.of(left);
      JoinInference.Found found = JoinInference.condition(candidates, target);
      match = new Join.Match(found.condition(), null);
      left = found.left();
    }
    Set<SourceKey> spoken = spokenOf(left, match.on());
    int last = chains.size() - 1;
    for (int i = last; i >= 0; i--) {
      Chain chain = chains.get(i);
      if (exposed(chain.sources()).stream().anyMatch(one -> spoken.contains(one.key()))) {
        last = i;
        break;
      }
    }
    if (last < 0) {
      throw JoinInference.none(List.of(), target);
    }
    List<Step> steps = new ArrayList<>(chains.get(last).joins());
    steps.add(new Step(join.kind(), target, match));
    chains.set(last, new Chain(chains.get(last).item(), List.copyOf(steps)));
  }

  private static Set<SourceKey> spokenOf(@Nullable FromItem left, @Nullable Predicate on) {
    if (left != null) {
      return Set.of(left.key());
    }
    SourceCollector collector = new SourceCollector();
    if (on != null) {
      on.accept(collector);
    }
    return collector.found.keySet();
  }

  /** The join with a table in place of a path. */
  static Join resolved(Join join) {
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

  /** The sources that the user named, without those that are said to be of a query around. */
  private static List<FromItem> own(Select.From from, Scopes around) {
    if (from.correlation().sources() == null) {
      return from.items();
    }
    return from.items().stream()
        .filter(item -> !isAround(item.key(), from.correlation(), around))
        .toList();
  }

  private static boolean isAround(SourceKey key, Select.Correlation correlation, Scopes around) {
    return correlation.allows(key) && around.contains(key);
  }

  /** The sources of what is selected, without those that are joined or belong to a query around. */
  private static List<FromItem> implied(Select<?> select, List<Join> joins, Scopes around) {
    SourceCollector collector = new SourceCollector();
    for (Selectable<?> item : select.projection().items()) {
      collector.add(item);
    }
    Map<SourceKey, FromItem> found = collector.found;
    for (FromItem joined : exposed(joins.stream().map(join -> (FromItem) join.target()).toList())) {
      found.remove(joined.key());
    }
    Set<SourceKey> begun = new LinkedHashSet<>();
    for (Join join : joins) {
      FromItem left = join.left();
      if (left != null) {
        begun.add(left.key());
      }
    }
    List<FromItem> own =
        found.values().stream()
            .filter(item -> !isAround(item.key(), select.from().correlation(), around))
            .toList();
    boolean automatic = select.from().correlation().sources() == null;
    List<FromItem> chosen = own.isEmpty() && automatic ? List.copyOf(found.values()) : own;
    if (chosen.stream().filter(item -> !begun.contains(item.key())).count() > 1) {
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
      } else if (item instanceof DerivedSource<?> derived) {
        found.putIfAbsent(derived.key(), derived);
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
}
