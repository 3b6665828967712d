package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.authoring.MovedBranch;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the revisions of a branch behind another head, in place of a merge. Tries the new history in
 * a scratch database before it writes.
 */
final class Rebase {
  private final Workbench bench;

  Rebase(Workbench bench) {
    this.bench = bench;
  }

  RebaseResult run(@Nullable String head, @Nullable String onto) {
    History history = History.of(bench);
    MovedBranch branch = MovedBranch.of(bench.scripts(), head, onto, history.appliedOrHalf());
    requireUnapplied(branch, history);
    ScratchServer scratch = new Schemas(bench, branch.after()).scratch();
    Optional<String> obstacle =
        bench.connected() ? scratch.obstacle() : Optional.of("no database was given");
    String proof = obstacle.isPresent() ? null : tried(branch, scratch);
    List<Path> files = new ArrayList<>();
    for (MovedBranch.Move move : branch.moves()) {
      files.add(bench.scripts().replace(move.file(), move.revision(), move.text()));
    }
    return new RebaseResult(branch.ids(), branch.onto(), files, proof, obstacle.orElse(null));
  }

  private static void requireUnapplied(MovedBranch branch, History history) {
    Set<String> applied = history.appliedOrHalf();
    List<String> moved = branch.ids().stream().filter(applied::contains).toList();
    if (!moved.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.APPLIED_ALREADY, "cannot move revisions that are applied")
              .found(String.join(", ", moved))
              .expected("revisions that this database has not run")
              .fix(
                  "mvn orm:downgrade -Dorm.to="
                      + (branch.fork() == null ? "base" : branch.fork())
                      + " first; or move the other branch: -Dorm.onto="
                      + moved.get(moved.size() - 1)));
    }
  }

  /** From nothing to the heads, and down again to where the branch begins. */
  private String tried(MovedBranch branch, ScratchServer scratch) {
    try (ScratchDatabase database = scratch.create()) {
      MigrationRunner runner =
          bench.runner(database.engine(), branch.after(), ProgressListener.SILENT);
      runner.upgrade("heads");
      if (!branch.reversible()) {
        return "the whole history runs from nothing";
      }
      runner.downgrade(branch.onto());
      return "the whole history runs from nothing, and the moved revisions run back";
    }
  }
}
