package org.aludel.sql;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A named query, a common table expression: defined once before a statement, read like a table.
 * Made by {@link Statement#cte} or {@link Sql#recursive}. Whoever reads it need not declare it; one
 * that changes rows is declared by {@link Statement#with(Cte[])}, so that nobody changes rows
 * unawares.
 *
 * @param alias the name that this place gives it, or null for its own
 * @param <R> what a row of it becomes
 */
public record Cte<R>(Definition<R> definition, @Nullable String alias) implements DerivedSource<R> {
  /**
   * What stands behind WITH.
   *
   * @param names of its first columns; empty for those that the statement gives
   * @param traversal of a recursive query, or null
   */
  public record Definition<R>(
      String name, List<String> names, Body<R> body, @Nullable Traversal traversal) {
    public Definition {
      names = List.copyOf(names);
    }
  }

  /**
   * The statement, and how the database treats it.
   *
   * @param isRecursive whether it may read itself
   * @param storage null to leave it to the database
   */
  public record Body<R>(Statement<R> statement, boolean isRecursive, @Nullable Storage storage) {}

  /** Whether the rows are computed once and kept. */
  public enum Storage {
    MATERIALIZED,
    NOT_MATERIALIZED
  }

  /** What is known of the order and the path of a recursive query; PostgreSQL 14 and later. */
  public sealed interface Traversal {
    /** {@code SEARCH DEPTH FIRST BY … SET …}. */
    record Search(boolean isDepthFirst, List<String> by, String set) implements Traversal {
      public Search {
        by = List.copyOf(by);
      }
    }

    /** {@code CYCLE … SET … USING …}: rows that were met on the way are not followed. */
    record Cycle(List<String> columns, String mark, String path) implements Traversal {
      public Cycle {
        columns = List.copyOf(columns);
      }
    }
  }

  /**
   * The query inside of itself: the rows of the step before.
   *
   * @param base the part that does not read itself, which gives the columns
   */
  public record Self<R>(String cteName, Query<R> base, List<String> names, @Nullable String alias)
      implements DerivedSource<R> {
    public Self {
      names = List.copyOf(names);
    }

    /** The same under another name, for one statement. */
    public Self<R> as(String value) {
      return new Self<>(cteName, base, names, value);
    }

    @Override
    public String name() {
      return alias == null ? cteName : alias;
    }

    @Override
    public QueryColumns<R> columns() {
      return QueryColumns.of(base, names);
    }

    @Override
    public <V> V accept(SourceVisitor<V> visitor) {
      return visitor.visitSelf(this);
    }
  }

  static <R> Cte<R> of(String name, List<String> names, Statement<R> statement) {
    Body<R> body = new Body<>(statement, false, null);
    return new Cte<>(new Definition<>(name, names, body, null), null);
  }

  /** A query that begins with one and goes on with another, which reads the rows before. */
  static <R> Cte<R> recursive(
      String name, Query<R> base, boolean all, Function<Self<R>, Query<R>> step) {
    List<String> names = QueryColumns.impliedNames(base);
    Query<R> next = step.apply(new Self<>(name, base, names, null));
    Body<R> body = new Body<>(all ? base.unionAll(next) : base.union(next), true, null);
    return new Cte<>(new Definition<>(name, names, body, null), null);
  }

  /** The same query under another name, for one statement. */
  public Cte<R> as(String value) {
    return new Cte<>(definition, value);
  }

  /** Computes the rows once, whatever the statement around asks for. */
  public Cte<R> materialized() {
    return stored(Storage.MATERIALIZED);
  }

  /** Lets the database merge the query into the statement around. */
  public Cte<R> notMaterialized() {
    return stored(Storage.NOT_MATERIALIZED);
  }

  private Cte<R> stored(Storage storage) {
    Body<R> body = definition.body;
    return withBody(new Body<>(body.statement, body.isRecursive, storage));
  }

  /** Adds a column, read as {@code c(set, type)}, that orders the rows as a search in depth. */
  public Cte<R> searchDepthFirst(String set, ColumnReference<?>... by) {
    return traversed(new Traversal.Search(true, namesOf(by), set));
  }

  /** Adds a column, read as {@code c(set, type)}, that orders the rows as a search in breadth. */
  public Cte<R> searchBreadthFirst(String set, ColumnReference<?>... by) {
    return traversed(new Traversal.Search(false, namesOf(by), set));
  }

  /**
   * Stops where the columns have values that were met on the way before.
   *
   * @param mark a column, read as {@code c(mark, SqlTypes.BOOLEAN)}, that says where
   * @param path a column that holds the way
   */
  public Cte<R> cycle(String mark, String path, ColumnReference<?>... columns) {
    return traversed(new Traversal.Cycle(namesOf(columns), mark, path));
  }

  private static List<String> namesOf(ColumnReference<?>... columns) {
    return Arrays.stream(columns).<String>map(ColumnReference::name).toList();
  }

  private Cte<R> traversed(Traversal traversal) {
    return new Cte<>(
        new Definition<>(definition.name, definition.names, definition.body, traversal), alias);
  }

  private Cte<R> withBody(Body<R> body) {
    return new Cte<>(
        new Definition<>(definition.name, definition.names, body, definition.traversal), alias);
  }

  Cte<R> completed() {
    return withStatement(definition.body.statement.completed());
  }

  Cte<R> shown() {
    return withStatement(definition.body.statement.shown());
  }

  /** The same around another statement. */
  Cte<R> withStatement(Statement<R> statement) {
    Body<R> body = definition.body;
    return statement == body.statement
        ? this
        : withBody(new Body<>(statement, body.isRecursive, body.storage));
  }

  /** Whether it changes rows. */
  public boolean isWriting() {
    return !(definition.body.statement instanceof Query<?>);
  }

  @Override
  public String name() {
    return alias == null ? definition.name : alias;
  }

  @Override
  public QueryColumns<R> columns() {
    return QueryColumns.of(definition.body.statement, definition.names);
  }

  /** Those that SEARCH and CYCLE add are no part of the query. */
  @Override
  public <T> ColumnReference<T> c(String columnName, SqlType<T> type) {
    return definition.traversal == null
        ? DerivedSource.super.c(columnName, type)
        : new ColumnReference<>(this, columnName, type);
  }

  @Override
  public <V> V accept(SourceVisitor<V> visitor) {
    return visitor.visitCte(this);
  }
}
