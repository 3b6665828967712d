package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.replay.HistoryProofResult;
import org.jspecify.annotations.Nullable;

/**
 * The answers to three questions, each by itself: do the revisions make the model, is there one
 * head, and has the database what its revisions make; and to a fourth on request: does each of them
 * run, both ways and over rows.
 *
 * @param missing what the model asks for and the revisions, all run from nothing, do not make
 * @param heldBack drops that nobody released; they fail a check only when it is strict
 * @param strict whether {@code heldBack} counts
 * @param heads of the files
 * @param pending revisions that the database lacks
 * @param unplaced why the database cannot be held against its revisions, a line each: files that
 *     were changed after they were applied, revisions without a file; none where it can
 * @param drifted what the database has otherwise than its revisions make it; empty unless it is at
 *     head
 * @param unasked why the third question was not asked, or null
 * @param hazards of the revisions that the database lacks, or of all where it was not asked; each
 *     with its code; they fail no check
 * @param history what the run of the whole history showed, or null when nobody asked
 */
public record CheckResult(
    List<Detected> missing,
    List<Detected> heldBack,
    boolean strict,
    List<RevisionLine> heads,
    List<RevisionLine> pending,
    List<String> unplaced,
    List<Detected> drifted,
    @Nullable String unasked,
    List<String> hazards,
    @Nullable HistoryProofResult history) {
  public CheckResult {
    missing = List.copyOf(missing);
    heldBack = List.copyOf(heldBack);
    heads = List.copyOf(heads);
    pending = List.copyOf(pending);
    unplaced = List.copyOf(unplaced);
    drifted = List.copyOf(drifted);
    hazards = List.copyOf(hazards);
  }

  /** Whether the revisions make what the model asks for. */
  public boolean modelAgrees() {
    return missing.isEmpty() && (heldBack.isEmpty() || !strict);
  }

  /** Whether the history ends in one revision, or has not begun. */
  public boolean oneHead() {
    return heads.size() <= 1;
  }

  /** Whether the database has what its revisions make; true also when it was not asked. */
  public boolean databaseAgrees() {
    return unplaced.isEmpty() && pending.isEmpty() && drifted.isEmpty();
  }

  /**
   * Whether the whole history runs; true also when nobody asked, false when it could not be run.
   */
  public boolean historyRuns() {
    return history == null || history.proven();
  }

  /** Whether all answers that were given are yes. */
  public boolean passes() {
    return modelAgrees() && oneHead() && databaseAgrees() && historyRuns();
  }

  /**
   * This result when it passes.
   *
   * @throws RevisionException DIFFERENCES with the whole list
   */
  public CheckResult orThrow() {
    if (passes()) {
      return this;
    }
    List<String> found = new ArrayList<>();
    List<String> fixes = new ArrayList<>();
    part(found, "the revisions lack", missing.stream().map(Detected::description).toList());
    if (strict) {
      part(found, "held back", heldBack.stream().map(Detected::description).toList());
    }
    if (!oneHead()) {
      part(found, "one of " + heads.size() + " heads", titles(heads));
    }
    part(found, "the database does not fit", unplaced);
    part(found, "the database lacks", titles(pending));
    part(found, "the database drifted", drifted.stream().map(Detected::description).toList());
    if (history != null && !history.proven()) {
      found.add("the history: " + history.text());
    }
    fixes(fixes);
    throw new RevisionException(
        Problem.of(MigrationCode.DIFFERENCES, "cannot pass: model, revisions and database differ")
            .found(String.join("\n", found))
            .expected("no difference")
            .fix(String.join("\n", fixes)));
  }

  private void fixes(List<String> fixes) {
    if (!unplaced.isEmpty()) {
      fixes.add("mvn orm:repair shows the ways out");
    }
    if (!oneHead()) {
      fixes.add("mvn orm:merge");
    }
    if (!pending.isEmpty()) {
      fixes.add("mvn orm:upgrade");
    }
    if (!missing.isEmpty()) {
      fixes.add("mvn orm:autogenerate -Dorm.message=...");
    }
    if (!drifted.isEmpty()) {
      fixes.add("undo by hand what no revision did, or bring it into the model");
    }
    if (strict && !heldBack.isEmpty()) {
      fixes.add("release the drops with -Dorm.drop=<name>");
    }
    if (history != null) {
      fixes(history, fixes);
    }
  }

  private static void fixes(HistoryProofResult history, List<String> fixes) {
    if (history.broken() != null) {
      fixes.add("correct " + history.broken().source() + ", or say irreversible: \"why\" in it");
    }
    if (history.obstacle() != null) {
      fixes.add("name a server for scratch databases: -Dorm.scratch.url=postgresql://…");
    }
  }

  private static List<String> titles(List<RevisionLine> lines) {
    return lines.stream().map(RevisionLine::title).toList();
  }

  private static void part(List<String> found, String title, List<String> lines) {
    lines.forEach(line -> found.add(title + ": " + line));
  }

  /** The answers for other programs; equal results give equal texts, ending in a line break. */
  public String toJson() {
    return new CheckJson(this).text();
  }
}
