package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.List;
import org.aludel.migrations.scratch.ProofResult;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found and what became of it.
 *
 * @param detected in the order in which they run; empty means that nothing was written
 * @param heldBack drops that were found and not written, because nobody released them
 * @param notes what was seen and left alone: unmanaged and uncovered objects, one line each
 * @param written null when there was nothing to write
 * @param further what rewriting made besides, each behind the one before
 */
public record AutogenerateResult(
    List<Detected> detected,
    List<Detected> heldBack,
    List<String> notes,
    @Nullable Written written,
    List<Written> further) {
  /** The new revision. */
  public record Written(String id, Path file, ProofResult proof) {}

  public AutogenerateResult {
    detected = List.copyOf(detected);
    heldBack = List.copyOf(heldBack);
    notes = List.copyOf(notes);
    further = List.copyOf(further);
  }

  /** A result of one file at most. */
  public AutogenerateResult(
      List<Detected> detected,
      List<Detected> heldBack,
      List<String> notes,
      @Nullable Written written) {
    this(detected, heldBack, notes, written, List.of());
  }

  /** Whether the database has all that the model asks for. */
  public boolean noChanges() {
    return detected.isEmpty();
  }
}
