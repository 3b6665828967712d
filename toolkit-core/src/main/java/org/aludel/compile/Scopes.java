package org.aludel.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.SourceKey;

/** The sources that a column may belong to, innermost query first. Not thread-safe. */
final class Scopes {
  private final List<Scope> stack = new ArrayList<>();

  /** The sources of one query; unqualified where only one table can be meant. */
  private record Scope(List<SourceKey> sources, boolean qualified) {}

  void push(List<? extends FromItem> sources, boolean qualified) {
    List<SourceKey> keys = new ArrayList<>(sources.size());
    for (FromItem source : sources) {
      keys.add(source.key());
    }
    stack.add(new Scope(keys, qualified));
  }

  void pop() {
    stack.remove(stack.size() - 1);
  }

  /** Runs with the innermost scope out of sight, as a subquery in FROM sees the world. */
  void withoutInnermost(Runnable body) {
    Scope innermost = stack.remove(stack.size() - 1);
    body.run();
    stack.add(innermost);
  }

  /** Whether a query around the current place has that source. */
  boolean contains(SourceKey key) {
    for (Scope scope : stack) {
      if (scope.sources().contains(key)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a column needs its table's name in front.
   *
   * @throws CompileException with {@code FOREIGN_COLUMN} when no query around it has its table
   */
  boolean qualifies(ColumnReference<?> column) {
    FromItem source = column.source();
    if (source == null) {
      return false;
    }
    for (int depth = stack.size() - 1; depth >= 0; depth--) {
      Scope scope = stack.get(depth);
      if (scope.sources().contains(source.key())) {
        return scope.qualified() || depth < stack.size() - 1;
      }
    }
    throw foreign(column, source.key());
  }

  private CompileException foreign(ColumnReference<?> column, SourceKey key) {
    String known =
        stack.stream()
            .flatMap(scope -> scope.sources().stream())
            .map(SourceKey::toString)
            .collect(Collectors.joining(", "));
    boolean otherAlias =
        stack.stream()
            .flatMap(scope -> scope.sources().stream())
            .anyMatch(one -> Objects.equals(one.table(), key.table()));
    return new CompileException(
        Problem.of(SqlCode.FOREIGN_COLUMN, "cannot use column \"" + column + "\" here")
            .found(known.isEmpty() ? "no table" : "FROM " + known)
            .expected("\"" + key + "\" in FROM")
            .fix(
                otherAlias
                    ? "take the column from the alias that stands in FROM"
                    : "join the table, or name it in from(…)"));
  }
}
