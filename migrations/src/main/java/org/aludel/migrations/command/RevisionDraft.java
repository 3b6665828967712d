package org.aludel.migrations.command;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.dialect.Dialect;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.authoring.Placement;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.config.WritingSetting;
import org.aludel.migrations.lint.Hazard;
import org.aludel.migrations.lint.Lint;
import org.aludel.migrations.online.NameFills;
import org.aludel.migrations.online.OnlinePlan;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.MigrationPlan.Planned;
import org.aludel.migrations.plan.PlanDialect;
import org.aludel.migrations.render.RevisionRenderer;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.rows.RowRules;
import org.aludel.migrations.rows.RowWishes;
import org.aludel.migrations.script.BannerLine;
import org.aludel.migrations.script.RevisionIds;
import org.aludel.schema.MetaData;

/**
 * A new revision before it is written.
 *
 * @param plan what it does, in order
 * @param hazards of its operations
 */
record RevisionDraft(MigrationPlan plan, Revision revision, List<Hazard> hazards) {
  /** Hazards that the steps of an online plan do not have. */
  private static final Set<String> ONLINE =
      Set.of("A01", "A02", "A05", "A06", "A08", "A10", "A11", "A12", "A13", "A16");

  /** Hazards of rows that are given a value on the way. */
  private static final Set<String> ROWS = Set.of("B01", "B04", "B06", "B08", "C14");

  RevisionDraft {
    hazards = List.copyOf(hazards);
  }

  /** Orders what was found and gives it an id, a time and a title. */
  static RevisionDraft of(
      Workbench bench, History history, Differences differences, NewRevision given) {
    return of(bench, history.revisions(), differences, rows(bench, differences), given);
  }

  /**
   * As above, at a place of any graph.
   *
   * @param rows what becomes of rows
   */
  static RevisionDraft of(
      Workbench bench,
      RevisionMap revisions,
      Differences differences,
      RowRules rows,
      NewRevision given) {
    Dialect dialect = bench.engine().dialect();
    PlanDialect planner = PlanDialect.of(dialect);
    List<Operation> ordered = ordered(bench, differences);
    OnlinePlan plan = plan(bench, ordered, differences.database(), rows);
    requireConversions(planner, ordered, rows);
    OldNames old = OldNames.leaving(ordered);
    MigrationPlan rendered =
        bench.rendering().planned(old.filledAgain(plan.plan(), new NameFills(dialect)));
    Revision revision = revision(bench, revisions, rendered, given, given.titleOr(title(ordered)));
    return new RevisionDraft(
        rendered,
        revision,
        old.without(
            remaining(Lint.hazards(ordered, differences.database()), plan, rows).stream()
                .flatMap(each -> here(each, planner).stream())
                .toList()));
  }

  /** The hazard as it is on the database. */
  private static Optional<Hazard> here(Hazard hazard, PlanDialect planner) {
    return planner
        .harm(hazard.code(), hazard.harm())
        .map(harm -> new Hazard(hazard.code(), hazard.operation(), harm, hazard.cure()));
  }

  private static List<Operation> ordered(Workbench bench, Differences differences) {
    return PlanDialect.of(bench.engine().dialect())
        .ordered(differences.operations(), differences.database(), differences.model());
  }

  private static OnlinePlan plan(
      Workbench bench, List<Operation> ordered, MetaData before, RowRules rows) {
    Dialect dialect = bench.engine().dialect();
    String schema = bench.options().defaultSchema();
    return bench.settings().writing().online()
        ? OnlinePlan.of(ordered, before, new DdlPlan(dialect.quoter(), schema, rows), dialect)
        : new OnlinePlan(
            PlanDialect.of(dialect)
                .plan(ordered, before, rows, new PlanDialect.Setting(dialect, schema)),
            Set.of());
  }

  /** A revision after which tables and columns are there under two names. */
  static RevisionDraft of(
      Workbench bench, RevisionMap revisions, Handover handover, NewRevision given) {
    HandoverPlan plan = HandoverPlan.of(bench, handover);
    MigrationPlan rendered = bench.rendering().planned(plan.plan().plan());
    Revision revision =
        revision(bench, revisions, rendered, given, given.titleOr(title(handover.renames())));
    List<String> lossy =
        revision.lossy().stream().filter(each -> !handover.newNames().contains(each)).toList();
    List<Hazard> hazards = new ArrayList<>(handover.hazards());
    hazards.addAll(handover.without(remaining(plan.hazards(), plan.plan(), plan.rows())));
    return new RevisionDraft(rendered, revision.withLosses(lossy, null), hazards);
  }

  /**
   * Refuses a change of type that no value survives, before anything is written.
   *
   * @throws RevisionException MIG-NO-CONVERSION
   */
  private static void requireConversions(
      PlanDialect planner, List<Operation> ordered, RowRules rows) {
    for (Operation operation : ordered) {
      if (operation instanceof ColumnOperation.AlterType change
          && planner.areStrangers(change.from(), change.to())
          && !rows.settles(change)) {
        String column = change.table() + "." + change.column();
        throw new RevisionException(
            Problem.of(MigrationCode.NO_CONVERSION, "cannot change the type of \"" + column + "\"")
                .found(
                    change.from().type().name()
                        + " and "
                        + change.to().type().name()
                        + ", between which the database has no conversion")
                .expected("an expression that makes the new value of the old one")
                .fix("-Dorm.using=\"" + column + ":<SQL expression>\""));
      }
    }
  }

  /** What a person says of rows; every word must be about one of the operations. */
  static RowRules rows(Workbench bench, Differences differences) {
    return rows(bench, ordered(bench, differences), differences.database(), differences.model());
  }

  static RowRules rows(Workbench bench, List<Operation> ordered, MetaData before, MetaData after) {
    WritingSetting writing = bench.settings().writing();
    return RowRules.of(
        ordered,
        before,
        after,
        new RowWishes(writing.fills(), writing.labels(), writing.usings()),
        bench.options().defaultSchema());
  }

  /** Without those that another form of the operation has taken away. */
  private static List<Hazard> remaining(List<Hazard> hazards, OnlinePlan plan, RowRules rows) {
    return hazards.stream()
        .filter(
            each -> !(plan.rewritten().contains(each.operation()) && ONLINE.contains(each.code())))
        .filter(each -> !(each.code().equals("A05") && buildsParts(plan)))
        .flatMap(
            each ->
                ROWS.contains(each.code()) && rows.settles(each.operation())
                    ? filling(each, plan).stream()
                    : Stream.of(each))
        .toList();
  }

  /** A new column that is filled on the way is no longer empty when it becomes NOT NULL. */
  private static Optional<Hazard> filling(Hazard settled, OnlinePlan plan) {
    return settled.code().equals("B01") && !plan.rewritten().contains(settled.operation())
        ? Optional.of(
            new Hazard(
                "A12",
                settled.operation(),
                "blocks the table while every row is filled and checked",
                "-Dorm.online writes it in steps"))
        : Optional.empty();
  }

  /** Whether the index of a whole only takes over those of its parts. */
  private static boolean buildsParts(OnlinePlan plan) {
    return plan.rewritten().stream().anyMatch(IndexOperation.AddTwin.class::isInstance);
  }

  /** Each operation with what is to be known of it, though it may be done in several steps. */
  List<Detected> detected() {
    return plan.operations().stream()
        .map(Planned::operation)
        .distinct()
        .filter(RevisionDraft::isChange)
        .map(operation -> new Detected(operation.describe(), notes(operation)))
        .toList();
  }

  /** Each statement, and at the first of an operation its hazards. */
  List<BannerLine> banner() {
    List<BannerLine> banner = new ArrayList<>();
    Set<Operation> noted = new HashSet<>();
    for (Planned planned : plan.operations()) {
      boolean first = !planned.up().isEmpty() && noted.add(planned.operation());
      String note = first ? String.join("; ", notes(planned.operation())) : "";
      for (String statement : planned.upgrade()) {
        banner.add(new BannerLine(statement + ";", note));
        note = "";
      }
    }
    return banner;
  }

  private List<String> notes(Operation operation) {
    return hazards.stream()
        .filter(hazard -> hazard.operation().equals(operation))
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
    RevisionRenderer renderer = new RevisionRenderer(bench.rendering());
    Revision placed =
        new Placement(revisions)
            .place(given, id, message, bench.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    return placed
        .withChangeSets(renderer.changeSets(plan, placed.id(), message))
        .withLosses(plan.lossy(), null)
        .withAtomic(plan.atomic());
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
