package org.aludel.migrations.runtime;

import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * Where a script begins and ends, as in {@code 1975ea83b712:head}.
 *
 * @param start a symbol, or {@code current} for where the database is
 * @param end a symbol
 */
record OfflineRange(String start, String end) {
  /** Where the database is; the only start that needs one. */
  static final String CURRENT = "current";

  /** The range of an upgrade: one symbol alone is the end, and the base is the start. */
  static OfflineRange upward(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new OfflineRange("base", text)
        : new OfflineRange(text.substring(0, colon), text.substring(colon + 1));
  }

  /**
   * The range of a downgrade.
   *
   * @throws RevisionException NOT_OFFLINE for one symbol alone: nobody knows where to begin
   */
  static OfflineRange downward(String text) {
    if (text.indexOf(':') < 0) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.NOT_OFFLINE,
                  "cannot write the script of a downgrade to \"" + text + "\"")
              .found("no revision to begin at")
              .expected("a range start:end")
              .fix("-Dorm.to=head:" + text + "   or   -Dorm.to=current:" + text));
    }
    return upward(text);
  }
}
