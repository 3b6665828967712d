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
import org.aludel.sql.DerivedSource;
import org.aludel.sql.FromItem;
import org.aludel.sql.JoinKey;
import org.aludel.sql.Predicate;
import org.aludel.sql.SourceKey;
import org.aludel.sql.TableScan;
import org.aludel.sql.TableSource;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Join conditions from foreign keys. */
final class JoinInference {
  private JoinInference() {}

  /** A condition, and the source before the joined one that it speaks of. */
  record Found(Predicate condition, FromItem left) {}

  /**
   * A table whose columns a source gives to others: the source itself, or one that a query inside
   * reads.
   *
   * @param columns of the source by the name that the table gives them; null for all of them
   */
  private record Exposed(
      FromItem source, TableSource<?> table, @Nullable Map<String, ColumnReference<?>> columns) {
    boolean has(List<String> names) {
      return columns == null || columns.keySet().containsAll(names);
    }

    /** The type plays no part in a comparison of two columns. */
    ColumnReference<?> column(String name) {
      ColumnReference<?> given = columns == null ? null : columns.get(name);
      if (given != null) {
        return given;
      }
      return table.columnReferences().stream()
          .filter(column -> column.name().equals(name))
          .findFirst()
          .orElseGet(() -> new ColumnReference<>(source, name, SqlTypes.TEXT));
    }
  }

  /** A foreign key between two sources, from the one that has it to the one it leads to. */
  private record Candidate(Exposed child, JoinKey key, Exposed parent, FromItem left) {
    Found found() {
      List<Predicate> parts = new ArrayList<>();
      for (int i = 0; i < key.columns().size(); i++) {
        parts.add(
            new Predicate.Comparison(
                child.column(key.columns().get(i)),
                Predicate.Operator.EQUAL,
                parent.column(key.targetColumns().get(i))));
      }
      return new Found(parts.size() == 1 ? parts.get(0) : new Predicate.And(parts), left);
    }

    String describe() {
      return key.name()
          + " ("
          + child.source.key()
          + "."
          + String.join(", ", key.columns())
          + " -> "
          + parent.source.key()
          + ")";
    }
  }

  /**
   * The condition that the one foreign key between a source and those before it gives.
   *
   * @throws CompileException with {@code NO_JOIN_CONDITION} or {@code AMBIGUOUS_JOIN}
   */
  static Found condition(List<FromItem> left, FromItem target) {
    List<Candidate> candidates = new ArrayList<>();
    List<Exposed> joined = exposed(target);
    for (FromItem item : left) {
      for (Exposed before : exposed(item)) {
        for (Exposed after : joined) {
          addKeys(candidates, before, after, item);
          addKeys(candidates, after, before, item);
        }
      }
    }
    if (candidates.size() == 1) {
      return candidates.get(0).found();
    }
    throw candidates.isEmpty() ? none(left, target) : ambiguous(candidates, target);
  }

  private static List<Exposed> exposed(FromItem item) {
    List<Exposed> all = new ArrayList<>();
    for (FromItem one : FromPlan.exposed(List.of(item))) {
      if (one instanceof TableSource<?> table) {
        all.add(new Exposed(table, table, null));
      } else if (one instanceof TableScan scan) {
        all.add(new Exposed(scan, scan.table(), null));
      } else if (one instanceof DerivedSource<?> derived) {
        all.addAll(inside(derived));
      }
    }
    return all;
  }

  /** The tables inside of a query, as far as it gives their columns to others. */
  private static List<Exposed> inside(DerivedSource<?> derived) {
    Map<SourceKey, Exposed> tables = new LinkedHashMap<>();
    List<String> names = derived.columns().names();
    List<@Nullable ColumnReference<?>> origins = derived.columns().origins();
    for (int i = 0; i < origins.size(); i++) {
      ColumnReference<?> origin = origins.get(i);
      if (origin != null && origin.source() instanceof TableSource<?> table) {
        Map<String, ColumnReference<?>> columns =
            tables
                .computeIfAbsent(
                    table.key(), key -> new Exposed(derived, table, new LinkedHashMap<>()))
                .columns();
        if (columns != null) {
          columns.putIfAbsent(origin.name(), origin.named(derived, names.get(i)));
        }
      }
    }
    return List.copyOf(tables.values());
  }

  private static void addKeys(
      List<Candidate> candidates, Exposed child, Exposed parent, FromItem left) {
    for (JoinKey key : child.table.joinKeys()) {
      if (key.target().equals(parent.table.tableName())
          && child.has(key.columns())
          && parent.has(key.targetColumns())) {
        candidates.add(new Candidate(child, key, parent, left));
      }
    }
  }

  static CompileException none(List<FromItem> left, FromItem target) {
    String names =
        left.stream().map(item -> item.key().toString()).collect(Collectors.joining(", "));
    return new CompileException(
        Problem.of(SqlCode.NO_JOIN_CONDITION, "cannot join \"" + target.key() + "\"")
            .found("no foreign key between it and " + (names.isEmpty() ? "anything" : names))
            .expected("exactly one")
            .fix("join(table, condition), or crossJoin(table) if every pair is meant"));
  }

  private static CompileException ambiguous(List<Candidate> candidates, FromItem target) {
    return new CompileException(
        Problem.of(SqlCode.AMBIGUOUS_JOIN, "cannot join \"" + target.key() + "\"")
            .found(candidates.stream().map(Candidate::describe).collect(Collectors.joining(", ")))
            .expected("exactly one foreign key")
            .fix(
                "join along the relationship that is meant, joinFrom(source, table) where two"
                    + " sources have one each, or join(table, condition)"));
  }
}
