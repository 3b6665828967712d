package org.aludel.migrations.scratch;

import org.aludel.error.DatabaseException;

/** What the server said, in one line. */
final class FirstLine {
  private FirstLine() {}

  static String of(DatabaseException refused) {
    String found = refused.problem().found();
    String text = found == null ? refused.problem().what() : found;
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
