package org.aludel.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement behind named queries that are written before it, whether it reads them or not; made
 * by {@link Statement#with(Cte[])}. Named queries that a statement only reads need none: they are
 * written at its start by themselves.
 *
 * @param <R> what a row of the statement becomes
 */
public record With<R>(List<Cte<?>> queries, Statement<R> statement) implements Query<R> {
  public With {
    queries = List.copyOf(queries);
  }

  /** Further named queries, behind those given before. */
  @Override
  public With<R> with(Cte<?>... more) {
    List<Cte<?>> all = new ArrayList<>(queries);
    all.addAll(Arrays.asList(more));
    return new With<>(all, statement);
  }

  @Override
  public @Nullable Projection<R> projection() {
    return statement.projection();
  }

  @Override
  public With<R> completed() {
    return new With<>(queries.stream().<Cte<?>>map(Cte::completed).toList(), statement.completed());
  }

  @Override
  public With<R> shown() {
    return new With<>(queries.stream().<Cte<?>>map(Cte::shown).toList(), statement.shown());
  }

  @Override
  public With<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitWith(this);
  }
}
