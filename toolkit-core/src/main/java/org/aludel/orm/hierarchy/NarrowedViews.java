package org.aludel.orm.hierarchy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Query;
import org.aludel.sql.Rewriter;
import org.aludel.sql.Select;
import org.aludel.sql.SourceKey;

/**
 * Leaves the columns of classes out of the views of a finished statement that no part of it names,
 * and their tables with them. What only text names is not known: it is to be selected.
 */
public final class NarrowedViews extends Rewriter {
  private final IdentityHashMap<Query<?>, EntityView> views;
  private final Map<SourceKey, Set<String>> used;

  private NarrowedViews(
      IdentityHashMap<Query<?>, EntityView> views, Map<SourceKey, Set<String>> used) {
    this.views = views;
    this.used = used;
  }

  /**
   * The statement with narrower views.
   *
   * @param views of which columns are left out; others stay as they are
   */
  public static <R> Select<R> of(Select<R> select, Collection<EntityView> views) {
    IdentityHashMap<Query<?>, EntityView> byQuery = new IdentityHashMap<>();
    for (EntityView view : views) {
      Query<?> query = view.query();
      if (query != null && !view.levels().isEmpty()) {
        byQuery.put(query, view);
      }
    }
    if (byQuery.isEmpty()) {
      return select;
    }
    Names names = new Names(byQuery);
    select.accept(names);
    return names.merging ? select : new NarrowedViews(byQuery, names.used).plain(select);
  }

  @Override
  protected FromItem source(FromItem item) {
    EntityView view = item instanceof DerivedTable<?> one ? views.get(one.query()) : null;
    return view != null && item instanceof DerivedTable<?> derived
        ? view.narrowed(derived, used.getOrDefault(derived.key(), Set.of()))
        : super.source(item);
  }

  @Override
  protected ColumnReference<?> column(ColumnReference<?> column) {
    FromItem from = column.source();
    boolean own = from instanceof DerivedTable<?> derived && views.containsKey(derived.query());
    return own && from != null ? column.withSource(source(from)) : super.column(column);
  }

  /** Notes the names of columns, whatever subquery they stand in. */
  private static final class Names extends Rewriter {
    private final IdentityHashMap<Query<?>, EntityView> views;
    private final Map<SourceKey, Set<String>> used = new HashMap<>();

    /** Whether columns of two sources become one by their names. */
    private boolean merging;

    Names(IdentityHashMap<Query<?>, EntityView> views) {
      this.views = views;
    }

    @Override
    protected FromItem source(FromItem item) {
      boolean own = item instanceof DerivedTable<?> derived && views.containsKey(derived.query());
      return own ? item : super.source(item);
    }

    @Override
    protected Join join(Join join) {
      merging |= join.match().using() != null;
      return super.join(join);
    }

    @Override
    protected ColumnReference<?> column(ColumnReference<?> column) {
      FromItem from = column.source();
      if (from != null) {
        used.computeIfAbsent(from.key(), any -> new HashSet<>()).add(column.name());
      }
      return super.column(column);
    }
  }
}
