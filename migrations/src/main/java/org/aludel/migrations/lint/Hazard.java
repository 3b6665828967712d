package org.aludel.migrations.lint;

import org.aludel.migrations.operation.Operation;

/**
 * One thing to know before an operation runs.
 *
 * @param code such as {@code A10}, a section of {@code docs/safe-migrations.md}
 * @param harm what happens, one sentence without a full stop
 * @param cure what avoids it, one sentence without a full stop
 */
public record Hazard(String code, Operation operation, String harm, String cure) {
  /** Code, harm and cure, as beside a detected change. */
  public String summary() {
    return code + ": " + harm + "; " + cure;
  }
}
