package org.aludel.migrations.command;

import java.util.List;

/**
 * Where model, revisions and database part.
 *
 * @param missing what the model asks for and the revisions, all run from nothing, do not make
 * @param drifted what the database has otherwise than its revisions make it; empty unless it is at
 *     head
 * @param pending revisions that the database lacks
 * @param heldBack drops that nobody released; they fail a check only when it is strict
 * @param strict whether {@code heldBack} counts
 */
public record CheckResult(
    List<Detected> missing,
    List<Detected> drifted,
    List<RevisionLine> pending,
    List<Detected> heldBack,
    boolean strict) {
  public CheckResult {
    missing = List.copyOf(missing);
    drifted = List.copyOf(drifted);
    pending = List.copyOf(pending);
    heldBack = List.copyOf(heldBack);
  }

  /** Whether all three agree. */
  public boolean passes() {
    return missing.isEmpty()
        && drifted.isEmpty()
        && pending.isEmpty()
        && (heldBack.isEmpty() || !strict);
  }
}
