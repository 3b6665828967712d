package org.aludel.migrations.config;

import java.util.List;
import java.util.Map;

/**
 * In which form a difference is written as a revision.
 *
 * @param online whether in steps that do not keep writers out
 * @param fills by {@code table.column}, an SQL expression for rows that have no value
 * @param labels as {@code mood.sad:meh}, which label of an enum takes the place of one that goes
 * @param usings by {@code table.column}, an SQL expression that converts to a new type
 */
public record WritingSetting(
    boolean online, Map<String, String> fills, List<String> labels, Map<String, String> usings) {
  public WritingSetting {
    fills = Map.copyOf(fills);
    labels = List.copyOf(labels);
    usings = Map.copyOf(usings);
  }
}
