package org.aludel.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** The words for options of which two may differ: only those that do. */
final class OptionPhrase {
  private final List<String> changes = new ArrayList<>();

  private OptionPhrase() {}

  static String change(Table.Options from, Table.Options to) {
    OptionPhrase phrase = new OptionPhrase();
    phrase.add("unlogged", from.unlogged(), to.unlogged());
    phrase.add("parameters", from.storage(), to.storage());
    phrase.add("access method", from.accessMethod(), to.accessMethod());
    phrase.add("row security", from.rowSecurity().enabled(), to.rowSecurity().enabled());
    phrase.add("forced row security", from.rowSecurity().forced(), to.rowSecurity().forced());
    phrase.add("replica identity", from.replicaIdentity(), to.replicaIdentity());
    phrase.add("clustered index", from.clusterIndex(), to.clusterIndex());
    phrase.add("parameters of keys", from.keyStorage(), to.keyStorage());
    return String.join(", ", phrase.changes);
  }

  static String change(Column.Options from, Column.Options to) {
    OptionPhrase phrase = new OptionPhrase();
    phrase.add("storage", from.storage(), to.storage());
    phrase.add("compression", from.compression(), to.compression());
    phrase.add("statistics", from.statisticsTarget(), to.statisticsTarget());
    phrase.add("parameters", from.parameters(), to.parameters());
    return String.join(", ", phrase.changes);
  }

  private void add(String word, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(word + " " + Phrase.change(text(from), text(to)));
    }
  }

  private static String text(@Nullable Object value) {
    return value == null || (value instanceof Map<?, ?> map && map.isEmpty())
        ? "usual"
        : String.valueOf(value);
  }
}
