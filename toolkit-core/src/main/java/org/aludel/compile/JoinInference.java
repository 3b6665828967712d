package org.aludel.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.JoinKey;
import org.aludel.sql.Predicate;
import org.aludel.sql.TableSource;
import org.aludel.type.SqlTypes;

/** Join conditions from foreign keys. */
final class JoinInference {
  private JoinInference() {}

  /** A foreign key between two sources, from the one that has it to the one it leads to. */
  private record Candidate(TableSource<?> child, JoinKey key, TableSource<?> parent) {
    Predicate condition() {
      List<Predicate> parts = new ArrayList<>();
      for (int i = 0; i < key.columns().size(); i++) {
        parts.add(
            new Predicate.Comparison(
                column(child, key.columns().get(i)),
                Predicate.Operator.EQUAL,
                column(parent, key.targetColumns().get(i))));
      }
      return parts.size() == 1 ? parts.get(0) : new Predicate.And(parts);
    }

    String describe() {
      return key.name()
          + " ("
          + child.key()
          + "."
          + String.join(", ", key.columns())
          + " -> "
          + parent.key()
          + ")";
    }
  }

  /**
   * The condition that the one foreign key between a source and those before it gives.
   *
   * @throws CompileException with {@code NO_JOIN_CONDITION} or {@code AMBIGUOUS_JOIN}
   */
  static Predicate condition(List<FromItem> left, FromItem target) {
    List<Candidate> candidates = new ArrayList<>();
    for (FromItem item : left) {
      if (item instanceof TableSource<?> table && target instanceof TableSource<?> joined) {
        addKeys(candidates, table, joined);
        addKeys(candidates, joined, table);
      }
    }
    if (candidates.size() == 1) {
      return candidates.get(0).condition();
    }
    throw candidates.isEmpty() ? none(left, target) : ambiguous(candidates, target);
  }

  private static void addKeys(
      List<Candidate> candidates, TableSource<?> child, TableSource<?> parent) {
    for (JoinKey key : child.joinKeys()) {
      if (key.target().equals(parent.tableName())) {
        candidates.add(new Candidate(child, key, parent));
      }
    }
  }

  /** The type plays no part in a comparison of two columns. */
  private static ColumnReference<?> column(TableSource<?> table, String name) {
    return table.columnReferences().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseGet(() -> new ColumnReference<>(table, name, SqlTypes.TEXT));
  }

  private static CompileException none(List<FromItem> left, FromItem target) {
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
            .fix("join along the relationship that is meant, or join(table, condition)"));
  }
}
