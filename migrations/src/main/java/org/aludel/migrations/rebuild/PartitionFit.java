package org.aludel.migrations.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.schema.Partitioning;
import org.aludel.schema.Table;

/**
 * Whether a row finds a partition, as SQL over its columns. Source: PostgreSQL 18, CREATE TABLE,
 * and {@code get_qual_for_range}: a row with a null fits no range but the default.
 */
public final class PartitionFit {
  private static final String TRUE = "true";
  private static final Pattern RANGE =
      Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern VALUES = Pattern.compile("FOR VALUES IN \\((.*)\\)", Pattern.DOTALL);

  /** A column or an expression; a collation or an operator class is no part of it. */
  private static final Pattern KEY =
      Pattern.compile("[\\w$]+|\"(?:[^\"]|\"\")+\"|[\\w$.\"]*\\(.*\\)", Pattern.DOTALL);

  private PartitionFit() {}

  /**
   * The condition, which is null or false for rows that fit nowhere.
   *
   * @return empty when all rows fit, and when only the server can tell: a hash, or an operator
   *     class of its own
   */
  public static Optional<String> condition(Table whole) {
    return Optional.ofNullable(whole.partitioning())
        .flatMap(PartitionFit::any)
        .filter(each -> !each.equals(TRUE));
  }

  /** Unknown for one partition is unknown for the whole, unless there is no way to miss. */
  private static Optional<String> any(Partitioning divided) {
    List<String> keys = ListText.split(divided.key());
    if (divided.strategy() == Partitioning.Strategy.HASH
        || !keys.stream().allMatch(each -> KEY.matcher(each).matches())) {
      return Optional.empty();
    }
    List<String> fits = new ArrayList<>();
    for (Partitioning.Partition each : divided.partitions()) {
      Optional<String> bound = bound(each.bound(), keys, divided);
      Optional<String> below = below(each.table());
      if (bound.isEmpty() || below.isEmpty()) {
        return Optional.empty();
      }
      fits.add(and(bound.get(), below.get()));
    }
    if (fits.contains(TRUE)) {
      return Optional.of(TRUE);
    }
    return Optional.of(fits.isEmpty() ? "false" : String.join(" OR ", fits));
  }

  private static Optional<String> below(Table part) {
    return part.partitioning() == null
        ? Optional.of(TRUE)
        : any(part.partitioning()).map(each -> each.equals(TRUE) ? TRUE : "(" + each + ")");
  }

  private static Optional<String> bound(String text, List<String> keys, Partitioning divided) {
    if (text.equals("DEFAULT")) {
      return rest(keys, divided);
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return Optional.of(
          and(
              keys.stream().map(each -> each + " IS NOT NULL").collect(Collectors.joining(" AND ")),
              and(edge(keys, range.group(1), true), edge(keys, range.group(2), false))));
    }
    Matcher values = VALUES.matcher(text);
    return values.matches() && keys.size() == 1
        ? Optional.of(listed(keys.get(0), ListText.split(values.group(1))))
        : Optional.empty();
  }

  /** What no other partition takes. */
  private static Optional<String> rest(List<String> keys, Partitioning divided) {
    List<String> others = new ArrayList<>();
    for (Partitioning.Partition each : divided.partitions()) {
      if (!each.bound().equals("DEFAULT")) {
        Optional<String> bound = bound(each.bound(), keys, divided);
        if (bound.isEmpty()) {
          return bound;
        }
        others.add(bound.get());
      } else if (each.table().partitioning() == null) {
        return Optional.of(TRUE);
      }
    }
    return Optional.of(
        others.isEmpty() ? TRUE : "NOT coalesce(" + String.join(" OR ", others) + ", false)");
  }

  /** An unlimited end decides about the whole row at its place. */
  private static String edge(List<String> keys, String text, boolean lower) {
    List<String> values = ListText.split(text);
    int finite = 0;
    while (finite < values.size() && !isUnlimited(values.get(finite))) {
      finite++;
    }
    boolean most = finite < values.size() && values.get(finite).equals("MAXVALUE");
    if (finite == 0) {
      return lower == most ? "false" : TRUE;
    }
    String sign = lower ? (most ? ">" : ">=") : (most ? "<=" : "<");
    return row(keys.subList(0, finite)) + " " + sign + " " + row(values.subList(0, finite));
  }

  private static boolean isUnlimited(String value) {
    return value.equals("MINVALUE") || value.equals("MAXVALUE");
  }

  private static String row(List<String> values) {
    return values.size() == 1 ? values.get(0) : "(" + String.join(", ", values) + ")";
  }

  private static String listed(String key, List<String> values) {
    List<String> known = values.stream().filter(each -> !each.equals("NULL")).toList();
    List<String> ways = new ArrayList<>();
    if (!known.isEmpty()) {
      ways.add(key + " IN (" + String.join(", ", known) + ")");
    }
    if (known.size() < values.size()) {
      ways.add(key + " IS NULL");
    }
    return ways.size() == 1 ? ways.get(0) : "(" + String.join(" OR ", ways) + ")";
  }

  private static String and(String one, String other) {
    if (one.equals(TRUE)) {
      return other;
    }
    return other.equals(TRUE) ? one : one + " AND " + other;
  }
}
