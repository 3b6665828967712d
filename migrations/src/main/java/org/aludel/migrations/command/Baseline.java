package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.scratch.Proof;
import org.aludel.migrations.scratch.ProofResult;
import org.aludel.migrations.script.NewFile;
import org.aludel.schema.MetaData;

/**
 * Makes the first revision of a database that was there before: what it writes gives that database
 * from nothing, which is tried; then the database is said to have it.
 */
final class Baseline {
  private final Workbench bench;

  Baseline(Workbench bench) {
    this.bench = bench;
  }

  AutogenerateResult run(NewRevision given) {
    History history = History.of(bench);
    requireNoHistory(history);
    Schemas schemas = new Schemas(bench, history.revisions());
    CompareOptions rules = ComparisonRules.neutral(bench);
    MetaData live = schemas.liveIn(bench.schemas());
    Differences differences = Comparison.compare(MetaData.empty(), live, rules);
    List<String> notes = new ArrayList<>();
    differences
        .uncovered()
        .forEach(
            each ->
                notes.add(
                    "not in it, as Aludel does not cover it: " + each.kind() + " " + each.name()));
    if (differences.isEmpty()) {
      return new AutogenerateResult(List.of(), List.of(), notes, null);
    }
    LostObjects lost = LostObjects.of(MetaData.empty(), differences);
    lost.requireWholeTables();
    RevisionDraft draft = RevisionDraft.of(bench, history, differences, given);
    ProofResult proof =
        new Proof(schemas.scratch(), rules)
            .of(new FileTrip(bench.engine().dialect()).of(List.of(draft)), MetaData.empty(), live);
    Autogenerate.requireRunnable(proof);
    notes.addAll(proof.notes());
    AutogenerateResult.Written written =
        new AutogenerateResult.Written(
            draft.revision().id(),
            bench
                .scripts()
                .write(new NewFile(draft.revision(), draft.banner(), "", given.directory())),
            proof.without(lost.texts()));
    bench.runner(bench.scripts().revisions()).stamp(draft.revision().id());
    bench.extensions().written(written.file(), draft.revision());
    return new AutogenerateResult(draft.detected(), List.of(), notes, written);
  }

  private static void requireNoHistory(History history) {
    List<RevisionLine> all = history.all();
    if (!all.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_EMPTY, "cannot make a base revision of the database")
              .found(all.size() + " revisions, the first is " + all.get(0).title())
              .expected("no revision yet")
              .fix("mvn orm:stamp -Dorm.to=<revision> for a database that has their objects"));
    }
  }
}
