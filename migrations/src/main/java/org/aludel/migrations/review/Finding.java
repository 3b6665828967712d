package org.aludel.migrations.review;

/**
 * One thing to know before a revision runs.
 *
 * @param code such as {@code C07}, a section of {@code docs/safe-migrations.md}
 * @param step the id of the changeset
 * @param subject the statement, or what it is about
 * @param harm what happens, one sentence without a full stop
 * @param cure what avoids it, one sentence without a full stop
 */
public record Finding(String code, String step, String subject, String harm, String cure) {
  /** All in one line. */
  public String summary() {
    return code + ": " + step + ": " + subject + ": " + harm + "; " + cure;
  }
}
