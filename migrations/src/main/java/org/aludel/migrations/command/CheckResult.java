package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

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
    part(found, "the database lacks", pending.stream().map(RevisionLine::title).toList());
    part(found, "the database drifted", drifted.stream().map(Detected::description).toList());
    if (strict) {
      part(found, "held back", heldBack.stream().map(Detected::description).toList());
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
    throw new RevisionException(
        Problem.of(MigrationCode.DIFFERENCES, "cannot pass: model, revisions and database differ")
            .found(String.join("\n", found))
            .expected("no difference")
            .fix(String.join("\n", fixes)));
  }

  private static void part(List<String> found, String title, List<String> lines) {
    lines.forEach(line -> found.add(title + ": " + line));
  }
}
