package org.aludel.benchmarks.peer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** What was measured as tables of a page: a row a work, a column a contender. */
final class Tables {
  private final List<Peer> peers;
  private final Map<Work, Map<Peer, Series>> series = new EnumMap<>(Work.class);
  private final Map<Work, Map<Peer, Integer>> statements = new EnumMap<>(Work.class);

  Tables(List<Peer> peers) {
    this.peers = peers;
  }

  void add(Work work, Map<Peer, Series> measured, Map<Peer, Integer> counted) {
    series.put(work, measured);
    statements.put(work, counted);
  }

  /** The whole report. */
  String text() {
    List<String> lines = new ArrayList<>();
    table(lines, "Wall clock, ratio to jdbc-best (first and third quartile)", this::wall);
    table(lines, "Processor time of the calling thread, ratio to jdbc-best", ratio(Cost::cpu));
    table(lines, "Bytes allocated, ratio to jdbc-best", ratio(Cost::bytes));
    table(
        lines,
        "Statements executed, a batch counting as one",
        (work, peer) -> String.valueOf(statements.get(work).get(peer)));
    table(lines, "Milliseconds of wall clock / of the processor, medians", this::absolute);
    return String.join("\n", lines) + "\n";
  }

  private void table(List<String> lines, String title, BiFunction<Work, Peer, String> cell) {
    lines.add("### " + title);
    lines.add("");
    lines.add("| Work | " + String.join(" | ", peers.stream().map(Peer::shown).toList()) + " |");
    lines.add("|---|" + "---:|".repeat(peers.size()));
    series.forEach(
        (work, measured) -> {
          List<String> cells =
              peers.stream()
                  .map(peer -> measured.containsKey(peer) ? cell.apply(work, peer) : "–")
                  .toList();
          lines.add("| " + work.title() + " | " + String.join(" | ", cells) + " |");
        });
    lines.add("");
  }

  private String wall(Work work, Peer peer) {
    ToLongFunction<Cost> wall = Cost::wall;
    return format("%.2f", of(work, peer, wall, 0.5))
        + format(" (%.2f–%.2f)", of(work, peer, wall, 0.25), of(work, peer, wall, 0.75));
  }

  private BiFunction<Work, Peer, String> ratio(ToLongFunction<Cost> figure) {
    return (work, peer) -> format("%.2f", of(work, peer, figure, 0.5));
  }

  private String absolute(Work work, Peer peer) {
    Series measured = series.get(work).get(peer);
    return format(
        "%.1f / %.1f", measured.median(Cost::wall) / 1e6, measured.median(Cost::cpu) / 1e6);
  }

  /** Where jdbc-best has no such work, the first contender that has is the measure. */
  private double of(Work work, Peer peer, ToLongFunction<Cost> figure, double quantile) {
    Map<Peer, Series> measured = series.get(work);
    Series best =
        measured.getOrDefault(Peer.JDBC_BEST, measured.get(measured.keySet().iterator().next()));
    return measured.get(peer).ratio(best, figure, quantile);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
