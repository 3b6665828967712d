package org.aludel.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One shape of statement and where it was sent from, each time. */
record Repetition(String shape, List<SentStatement> statements) {
  /** Strings and numbers that were written into a text. */
  private static final Pattern LITERAL =
      Pattern.compile("'(?:[^']|'')*'|(?<![\\w$.])\\d+(?:\\.\\d+)?(?!\\w)");

  private static final Pattern LIST = Pattern.compile("\\?(?:, *\\?)+");
  private static final Pattern ROWS = Pattern.compile("\\(\\?…?\\)(?:, *\\(\\?…?\\))+");

  /** The shapes that came more often, the most frequent first. */
  static List<Repetition> moreThan(int times, List<SentStatement> sent) {
    Map<String, List<SentStatement>> shapes =
        sent.stream()
            .collect(
                Collectors.groupingBy(
                    each -> shape(each.sql()), LinkedHashMap::new, Collectors.toList()));
    return shapes.entrySet().stream()
        .filter(entry -> entry.getValue().size() > times)
        .map(entry -> new Repetition(entry.getKey(), entry.getValue()))
        .sorted((one, other) -> Integer.compare(other.count(), one.count()))
        .toList();
  }

  static String shape(String sql) {
    String values = LITERAL.matcher(sql).replaceAll("?");
    String lists = LIST.matcher(values).replaceAll("?…");
    return ROWS.matcher(lists).replaceAll("(?…)…");
  }

  int count() {
    return statements.size();
  }

  /** The statement, how often, and the places with how often each. */
  String text() {
    Map<String, Long> places =
        statements.stream()
            .collect(
                Collectors.groupingBy(
                    SentStatement::place, LinkedHashMap::new, Collectors.counting()));
    String lines =
        places.entrySet().stream()
            .map(entry -> "\n  at " + entry.getKey() + ", " + entry.getValue() + " times")
            .collect(Collectors.joining());
    return count() + " times: " + statements.get(0).sql() + lines;
  }
}
