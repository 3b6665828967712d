package org.aludel.migrations.command;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.authoring.Placement;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.lint.Hazard;
import org.aludel.migrations.lint.Lint;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.MigrationPlan.Planned;
import org.aludel.migrations.plan.OperationOrder;
import org.aludel.migrations.render.RevisionRenderer;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.script.BannerLine;
import org.aludel.migrations.script.RevisionIds;

/**
 * A new revision before it is written.
 *
 * @param plan what it does, in order
 * @param hazards of its operations
 */
record RevisionDraft(MigrationPlan plan, Revision revision, List<Hazard> hazards) {
  RevisionDraft {
    hazards = List.copyOf(hazards);
  }

  /** Orders what was found and gives it an id, a time and a title. */
  static RevisionDraft of(
      Workbench bench, History history, Differences differences, NewRevision given) {
    return of(bench, history.revisions(), differences, given);
  }

  /** As above, at a place of any graph. */
  static RevisionDraft of(
      Workbench bench, RevisionMap revisions, Differences differences, NewRevision given) {
    Dialect dialect = bench.engine().dialect();
    List<Operation> ordered =
        OperationOrder.sort(differences.operations(), differences.database(), differences.model());
    MigrationPlan plan =
        MigrationPlan.of(
            ordered,
            new DdlPlan(dialect.quoter(), bench.options().defaultSchema()),
            dialect.ddlCompiler());
    MigrationPlan rendered = bench.rendering().planned(plan);
    Revision revision = revision(bench, revisions, rendered, given, given.titleOr(title(ordered)));
    return new RevisionDraft(rendered, revision, Lint.hazards(ordered));
  }

  /** Each operation with what is to be known of it. */
  List<Detected> detected() {
    return plan.operations().stream()
        .filter(planned -> isChange(planned.operation()))
        .map(planned -> new Detected(planned.operation().describe(), notes(planned)))
        .toList();
  }

  /** Each statement, and at the first of an operation its hazards. */
  List<BannerLine> banner() {
    List<BannerLine> banner = new ArrayList<>();
    for (Planned planned : plan.operations()) {
      String note = String.join("; ", notes(planned));
      for (String statement : planned.upgrade()) {
        banner.add(new BannerLine(statement + ";", note));
        note = "";
      }
    }
    return banner;
  }

  private List<String> notes(Planned planned) {
    return hazards.stream()
        .filter(hazard -> hazard.operation().equals(planned.operation()))
        .map(Hazard::summary)
        .toList();
  }

  private static Revision revision(
      Workbench bench,
      RevisionMap revisions,
      MigrationPlan plan,
      NewRevision given,
      String message) {
    String id = new RevisionIds(bench.random()).next(each -> revisions.find(each).isPresent());
    RevisionRenderer renderer =
        new RevisionRenderer(
            bench.engine().dialect(), bench.options().defaultSchema(), bench.rendering());
    Revision placed =
        new Placement(revisions)
            .place(given, id, message, bench.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    return placed
        .withChangeSets(renderer.changeSets(plan, placed.id(), message))
        .withLosses(plan.lossy(), null);
  }

  /** What nobody named is named by its first operation. */
  private static String title(List<Operation> ordered) {
    List<Operation> changes = ordered.stream().filter(RevisionDraft::isChange).toList();
    String first = changes.get(0).describe().replaceAll("\\s+", " ");
    return changes.size() == 1 ? first : first + " and " + (changes.size() - 1) + " more";
  }

  /** What only goes along with others is no difference that anybody looks for. */
  private static boolean isChange(Operation operation) {
    return !(operation instanceof ObjectOperation.CheckBodies
        || operation instanceof PrivilegeOperation.Lapse);
  }
}
