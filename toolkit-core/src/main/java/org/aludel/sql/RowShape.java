package org.aludel.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.UsageException;
import org.aludel.util.Suggestion;

/** The labels of a result's columns; shared by all of its rows. Immutable. */
public final class RowShape {
  private final List<String> labels;
  private final Map<String, Integer> positions = new HashMap<>();

  private RowShape(List<String> labels) {
    this.labels = List.copyOf(labels);
    for (int position = 0; position < labels.size(); position++) {
      positions.putIfAbsent(labels.get(position), position);
    }
  }

  /** Labels in column order; of equal ones the first is found. */
  public static RowShape of(List<String> labels) {
    return new RowShape(labels);
  }

  /** The labels in column order, immutable. */
  public List<String> labels() {
    return labels;
  }

  /**
   * The 0-based position of a label.
   *
   * @throws UsageException with {@code UNKNOWN_RESULT_COLUMN}
   */
  public int position(String label) {
    Integer position = positions.get(label);
    if (position == null) {
      throw unknown("\"" + label + "\"", Suggestion.phrase(label, labels));
    }
    return position;
  }

  /** The position itself when the result has it; else as {@link #position(String)}. */
  int checked(int position) {
    if (position < 0 || position >= labels.size()) {
      throw unknown("at position " + position, "");
    }
    return position;
  }

  private UsageException unknown(String what, String suggestion) {
    return new UsageException(
        Problem.of(SqlCode.UNKNOWN_RESULT_COLUMN, "cannot read the result's column " + what)
            .found("columns 0 to " + (labels.size() - 1) + ": " + String.join(", ", labels))
            .expected("one of them" + suggestion));
  }
}
