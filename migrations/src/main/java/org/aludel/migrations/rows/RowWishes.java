package org.aludel.migrations.rows;

import java.util.List;
import java.util.Map;

/**
 * What a person says about rows.
 *
 * @param fills by {@code table.column}, an SQL expression for rows that have no value
 * @param labels as {@code mood.sad:meh}, which label takes the place of one that goes
 * @param usings by {@code table.column}, an SQL expression that converts to the new type
 */
public record RowWishes(
    Map<String, String> fills, List<String> labels, Map<String, String> usings) {
  /** Nothing is said. */
  public static final RowWishes NONE = new RowWishes(Map.of(), List.of(), Map.of());

  public RowWishes {
    fills = Map.copyOf(fills);
    labels = List.copyOf(labels);
    usings = Map.copyOf(usings);
  }
}
