package org.aludel.sql;

import java.util.Arrays;
import java.util.List;

/**
 * A query in FROM under an alias; made by {@link Query#as} and {@link Query#lateral}.
 *
 * @param names of its first columns; empty for those that the query gives
 * @param isLateral whether it may use the columns of the sources before it
 * @param <R> what a row of the query becomes
 */
public record DerivedTable<R>(Query<R> query, String alias, List<String> names, boolean isLateral)
    implements DerivedSource<R> {
  public DerivedTable {
    names = List.copyOf(names);
  }

  /** The same source with other names for its first columns. */
  public DerivedTable<R> named(String... columns) {
    return new DerivedTable<>(query, alias, Arrays.asList(columns), isLateral);
  }

  @Override
  public String name() {
    return alias;
  }

  @Override
  public QueryColumns<R> columns() {
    return QueryColumns.of(query, names);
  }

  @Override
  public <V> V accept(SourceVisitor<V> visitor) {
    return visitor.visitDerived(this);
  }
}
