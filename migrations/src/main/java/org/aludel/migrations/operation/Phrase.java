package org.aludel.migrations.operation;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Identity;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** The words in which operations describe themselves. */
final class Phrase {
  private Phrase() {}

  static String change(String from, String to) {
    return from + " -> " + to;
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  static String list(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }

  static String column(Column column) {
    StringBuilder text = new StringBuilder(column.name()).append(' ').append(column.type().name());
    if (column.identity() != null) {
      text.append(" identity");
    }
    if (column.computed() != null) {
      text.append(' ').append(computed(column));
    }
    if (!column.nullable()) {
      text.append(" not null");
    }
    if (column.serverDefault() != null) {
      text.append(" default ").append(column.serverDefault());
    }
    return text.toString();
  }

  static String computed(Column column) {
    Computed computed = column.computed();
    return computed == null ? "plain" : "generated as (" + computed.expression() + ")";
  }

  static String identity(Identity identity) {
    return (identity.always() ? "always" : "by default") + options(identity.options());
  }

  static String sequence(Sequence sequence) {
    return sequence.dataType() + options(sequence.options());
  }

  private static String options(SequenceOptions options) {
    StringBuilder text = new StringBuilder();
    text.append(" start ").append(options.start()).append(" by ").append(options.increment());
    if (options.minimum() != null) {
      text.append(" minimum ").append(options.minimum());
    }
    if (options.maximum() != null) {
      text.append(" maximum ").append(options.maximum());
    }
    if (options.cache() != 1) {
      text.append(" cache ").append(options.cache());
    }
    return options.cycle() ? text.append(" cycle").toString() : text.toString();
  }

  static String owner(Sequence.@Nullable Owner owner) {
    return owner == null ? "none" : owner.table() + "." + owner.column();
  }
}
