package org.aludel.migrations.lint;

import java.util.List;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TypeFamily;

/** A value may be too large or too long for its new type. */
final class NarrowingRule implements LintRule {
  /** Small first. */
  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  @Override
  public String code() {
    return "B05";
  }

  @Override
  public String harm() {
    return "fails where a value does not fit";
  }

  @Override
  public String cure() {
    return "look for such values first, and shorten them";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && narrows(change.from().type().name(), change.to().type().name());
  }

  private static boolean narrows(String from, String to) {
    return switch (TypeFamily.of(to)) {
      case TEXT, BITS -> limit(to) < limit(from);
      case INTEGER ->
          TypeFamily.of(from) == TypeFamily.INTEGER
              ? INTEGERS.indexOf(to) < INTEGERS.indexOf(from)
              : isNumber(from);
      case NUMERIC -> isNumber(from) && digits(to) < digits(from);
      default -> false;
    };
  }

  private static boolean isNumber(String type) {
    TypeFamily family = TypeFamily.of(type);
    return family == TypeFamily.NUMERIC
        || family == TypeFamily.FLOAT
        || family == TypeFamily.INTEGER;
  }

  /** The most characters or bits; a {@code char} or {@code bit} without a number holds one. */
  private static int limit(String type) {
    List<Integer> modifier = TypeFamily.modifier(type);
    if (!modifier.isEmpty()) {
      return modifier.get(0);
    }
    return type.equals("char") || type.equals("bit") ? 1 : Integer.MAX_VALUE;
  }

  /** Digits before the point; those of the largest value for an integer. */
  private static int digits(String type) {
    List<Integer> modifier = TypeFamily.modifier(type);
    if (!modifier.isEmpty()) {
      return modifier.get(0) - (modifier.size() == 1 ? 0 : modifier.get(1));
    }
    return switch (type) {
      case "smallint" -> 5;
      case "integer" -> 10;
      case "bigint" -> 19;
      default -> Integer.MAX_VALUE;
    };
  }
}
