package org.aludel.migrations.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.authoring.Placement;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.OfflineResult;
import org.aludel.migrations.scratch.Proof;
import org.aludel.migrations.scratch.ProofResult;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Compares the model with the live database, or without one with what the revisions make from
 * nothing; tries the difference out and writes it.
 */
final class Autogenerate {
  private final Workbench bench;

  Autogenerate(Workbench bench) {
    this.bench = bench;
  }

  /** Writes what was found. */
  AutogenerateResult run(NewRevision given) {
    Trial trial = trial(given);
    Drafts drafts = trial.drafts();
    ProofResult proof = trial.proof();
    if (drafts == null || proof == null) {
      return trial.unwritten();
    }
    List<AutogenerateResult.Written> written = drafts.write(bench, given, proof);
    return new AutogenerateResult(
        drafts.detected(),
        trial.heldBack(),
        trial.notes(),
        written.get(0),
        written.subList(1, written.size()));
  }

  /** The SQL of what was found, as an upgrade of the database to it; no revision is written. */
  AutogenerateScript script(NewRevision given) {
    Trial trial = trial(given);
    Drafts drafts = trial.drafts();
    ProofResult proof = trial.proof();
    if (drafts == null || proof == null) {
      return new AutogenerateScript(trial.unwritten(), null, null);
    }
    RevisionMap known = trial.history().revisions();
    List<Revision> all = new ArrayList<>(known.revisions());
    drafts.all().forEach(each -> all.add(each.revision()));
    List<String> start = known.heads().stream().map(Revision::id).toList();
    OfflineResult script =
        bench
            .runner(RevisionMap.of(all))
            .upgradeScript(start, drafts.all().get(drafts.all().size() - 1).revision().id());
    AutogenerateResult found =
        new AutogenerateResult(drafts.detected(), trial.heldBack(), trial.notes(), null);
    return new AutogenerateScript(found, proof, script);
  }

  private Trial trial(NewRevision given) {
    History history = History.of(bench);
    history.requireUnchanged();
    new Placement(history.revisions()).requirePlace(given);
    requireHead(history);
    Schemas schemas = new Schemas(bench, history.revisions());
    CompareOptions rules = ComparisonRules.of(bench, schemas.ownership());
    MetaData live = bench.connected() ? schemas.live() : schemas.made();
    MetaData wanted = schemas.source().wanted(live, rules, schemas.scratch());
    Differences differences = Comparison.compare(live, wanted, rules);
    List<String> notes = notes(differences);
    if (differences.isEmpty()) {
      return new Trial(history, heldBack(differences), notes, null, null);
    }
    LostObjects lost = LostObjects.of(live, differences);
    lost.requireWholeTables();
    Optional<Handover> handover =
        bench.settings().writing().online()
            ? Handover.of(live, differences, rules)
            : Optional.empty();
    Drafts drafts =
        handover.isPresent()
            ? Drafts.of(bench, history, handover.get(), given)
            : Drafts.of(bench, history, differences, given);
    handover.ifPresent(each -> notes.addAll(each.notes()));
    if (drafts.all().isEmpty()) {
      notes.add("rewriting left nothing of " + differences.operations().size() + " operations");
      return new Trial(history, heldBack(differences), notes, null, null);
    }
    requireOwn(drafts, differences, rules, history);
    Proof trial =
        new Proof(
            schemas.scratch(), afterwards(rules, handover.map(Handover::last).orElse(differences)));
    ProofResult proof =
        (drafts.rewritten() ? trial.ofRewritten() : trial)
            .of(new FileTrip(bench.engine().dialect()).of(drafts.all()), live, wanted);
    requireRunnable(proof);
    notes.addAll(proof.notes());
    return new Trial(history, heldBack(differences), notes, drafts, proof.without(lost.texts()));
  }

  /** A first revision is of a database that is there already; none of it was made by revisions. */
  private void requireOwn(
      Drafts drafts, Differences differences, CompareOptions rules, History history) {
    if (bench.connected() && !drafts.rewritten() && !history.revisions().revisions().isEmpty()) {
      UnmanagedInTheWay.of(drafts.all(), differences, rules).refuse();
    }
  }

  /**
   * What was found and tried.
   *
   * @param drafts null where nothing is to be written
   * @param proof of the drafts
   */
  private record Trial(
      History history,
      List<Detected> heldBack,
      List<String> notes,
      @Nullable Drafts drafts,
      @Nullable ProofResult proof) {
    private AutogenerateResult unwritten() {
      return new AutogenerateResult(List.of(), heldBack, notes, null);
    }
  }

  /** What was released is gone after the upgrade, and a name that is no drop would be refused. */
  private static CompareOptions afterwards(CompareOptions rules, Differences differences) {
    CompareOptions.Drops drops = rules.drops().after(differences.operations(), rules.quoter());
    return rules.withDrops(new CompareOptions.Drops(drops.policy(), Set.of(), drops.ownership()));
  }

  /** What could not be tried is written and says so; what was tried and failed never runs. */
  static void requireRunnable(ProofResult proof) {
    if (proof.level() == ProofResult.Level.FAILED) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.PROOF_FAILED,
                  "cannot write the revision: it was tried in a scratch database and failed")
              .found(proof.text().replaceFirst("^not proven: ", ""))
              .expected("an upgrade that gives the model and a downgrade that leads back")
              .fix(
                  "correct what the server names in the model; what needs objects that Aludel does"
                      + " not cover goes into a revision written by hand first"));
    }
  }

  /** A difference from a database that lacks revisions would repeat what they do. */
  private static void requireHead(History history) {
    if (!history.pending().isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_AT_HEAD, "cannot compare: the database is not at head")
              .found(
                  "pending: "
                      + String.join(
                          ", ", history.pending().stream().map(RevisionLine::title).toList()))
              .expected("a database that has all revisions")
              .fix(
                  "mvn orm:upgrade; what is to be written otherwise, delete its file and run this"
                      + " again"));
    }
  }

  private static List<Detected> heldBack(Differences differences) {
    return differences.pending().stream()
        .map(each -> new Detected(each.describe(), List.of()))
        .toList();
  }

  private static List<String> notes(Differences differences) {
    List<String> notes = new ArrayList<>();
    for (Operation drop : differences.unmanaged()) {
      notes.add(
          "left alone, as no revision made it or what stays needs it: "
              + drop.describe().replaceFirst("^drop ", ""));
    }
    differences
        .uncovered()
        .forEach(
            each -> notes.add("seen and not compared yet: " + each.kind() + " " + each.name()));
    differences
        .lookAlikes()
        .forEach(each -> notes.add("if this is a rename: -Dorm.rename=" + each.setting()));
    return notes;
  }
}
