package org.aludel.migrations.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aludel.migrations.replay.HistoryProofResult;

/** A check as JSON: one object a question, each with {@code agrees} and what stands against it. */
record CheckJson(CheckResult result) {
  String text() {
    return """
    {
      "format": 1,
      "passes": %s,
      "model": {
        "agrees": %s,
        "missing": %s,
        "heldBack": %s,
        "strict": %s
      },
      "heads": {
        "agrees": %s,
        "heads": %s
      },
      "database": {
        "asked": %s,
        "agrees": %s,
        "unplaced": %s,
        "pending": %s,
        "drifted": %s
      },
      "hazards": %s,
      "history": {
        "asked": %s,
        "agrees": %s,
        "broken": %s,
        "irreversible": %s,
        "notes": %s
      }
    }
    """
        .formatted(
            result.passes(),
            result.modelAgrees(),
            detected(result.missing()),
            detected(result.heldBack()),
            result.strict(),
            result.oneHead(),
            ids(result.heads()),
            result.unasked() == null,
            result.unasked() == null ? String.valueOf(result.databaseAgrees()) : "null",
            list(result.unplaced()),
            ids(result.pending()),
            detected(result.drifted()),
            list(result.hazards()),
            result.history() != null,
            result.history() == null ? "null" : String.valueOf(result.historyRuns()),
            broken(),
            list(result.history() == null ? List.of() : result.history().irreversible()),
            list(result.history() == null ? List.of() : result.history().notes()));
  }

  private String broken() {
    HistoryProofResult history = result.history();
    HistoryProofResult.Broken broken = history == null ? null : history.broken();
    return broken == null
        ? "null"
        : "{\"revision\": %s, \"direction\": %s, \"reason\": %s}"
            .formatted(
                quoted(broken.id()),
                quoted(broken.direction().name().toLowerCase(Locale.ROOT)),
                quoted(broken.reason()));
  }

  private static String detected(List<Detected> all) {
    return list(all.stream().map(Detected::description).toList());
  }

  private static String ids(List<RevisionLine> all) {
    return list(all.stream().map(RevisionLine::id).toList());
  }

  private static String list(List<String> texts) {
    return texts.stream().map(CheckJson::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Source: RFC 8259 §7, strings. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (each < ' ') {
        quoted.append(String.format("\\u%04x", (int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }
}
