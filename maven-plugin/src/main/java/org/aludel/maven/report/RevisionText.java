package org.aludel.maven.report;

import org.aludel.migrations.command.RevisionLine;

/** A revision on one line: title and where it stands. */
final class RevisionText {
  private RevisionText() {}

  static String of(RevisionLine line) {
    String marks =
        switch (line.state()) {
          case PENDING -> line.head() ? "  (head, pending)" : "  (pending)";
          case CURRENT -> line.head() ? "  (head, current)" : "  (current)";
          case APPLIED, UNKNOWN -> line.head() ? "  (head)" : "";
        };
    return line.title() + marks;
  }
}
