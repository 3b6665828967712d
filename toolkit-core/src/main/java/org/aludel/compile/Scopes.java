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
import org.aludel.sql.Select;
import org.aludel.sql.SourceKey;

/** The sources that a column may belong to, innermost query first. Not thread-safe. */
final class Scopes {
  private final List<Scope> stack = new ArrayList<>();

  /** The sources of one query; unqualified where only one table can be meant. */
  private record Scope(
      List<SourceKey> sources, boolean qualified, Select.Correlation correlation) {}

  void push(List<? extends FromItem> sources, boolean qualified) {
    push(sources, qualified, Select.Correlation.AUTOMATIC);
  }

  /** Enters a query that may use some columns of those around it. */
  void push(List<? extends FromItem> sources, boolean qualified, Select.Correlation correlation) {
    List<SourceKey> keys = FromPlan.exposed(sources).stream().map(FromItem::key).toList();
    stack.add(new Scope(keys, qualified, correlation));
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

  /** Runs with nothing in sight, as a named query at the start of a statement sees the world. */
  void apart(Runnable body) {
    List<Scope> before = List.copyOf(stack);
    stack.clear();
    body.run();
    stack.addAll(before);
  }

  /** Whether a query around the current place has that source. */
  boolean contains(SourceKey key) {
    for (int depth = stack.size() - 1; depth >= 0; depth--) {
      if (stack.get(depth).sources().contains(key)) {
        return true;
      }
      if (!stack.get(depth).correlation().allows(key)) {
        return false;
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
      if (!scope.correlation().allows(source.key())) {
        break;
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
