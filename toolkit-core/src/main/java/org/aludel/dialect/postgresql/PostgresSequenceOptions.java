package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** The options of sequences and identity columns. Source: PostgreSQL 18, CREATE SEQUENCE. */
final class PostgresSequenceOptions {
  private PostgresSequenceOptions() {}

  /**
   * What differs from the server's defaults, in the order of the manual; empty when nothing does.
   */
  static List<String> forCreate(SequenceOptions options) {
    List<String> clauses = new ArrayList<>();
    if (options.increment() != 1) {
      clauses.add("INCREMENT BY " + options.increment());
    }
    if (options.minimum() != null) {
      clauses.add("MINVALUE " + options.minimum());
    }
    if (options.maximum() != null) {
      clauses.add("MAXVALUE " + options.maximum());
    }
    if (options.start() != options.naturalStart()) {
      clauses.add("START WITH " + options.start());
    }
    if (options.cache() != 1) {
      clauses.add("CACHE " + options.cache());
    }
    if (options.cycle()) {
      clauses.add("CYCLE");
    }
    return clauses;
  }

  /** What differs between the two. */
  static List<String> forAlter(SequenceOptions from, SequenceOptions to) {
    List<String> clauses = new ArrayList<>();
    if (from.increment() != to.increment()) {
      clauses.add("INCREMENT BY " + to.increment());
    }
    if (!Objects.equals(from.minimum(), to.minimum())) {
      clauses.add(bound("MINVALUE", to.minimum()));
    }
    if (!Objects.equals(from.maximum(), to.maximum())) {
      clauses.add(bound("MAXVALUE", to.maximum()));
    }
    if (from.start() != to.start()) {
      clauses.add("START WITH " + to.start());
    }
    if (from.cache() != to.cache()) {
      clauses.add("CACHE " + to.cache());
    }
    if (from.cycle() != to.cycle()) {
      clauses.add(to.cycle() ? "CYCLE" : "NO CYCLE");
    }
    return clauses;
  }

  private static String bound(String word, @Nullable Long value) {
    return value == null ? "NO " + word : word + " " + value;
  }
}
