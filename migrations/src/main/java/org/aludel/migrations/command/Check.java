package org.aludel.migrations.command;

import java.util.List;
import java.util.Set;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.compare.DropPolicy;
import org.aludel.migrations.compare.Ownership;
import org.aludel.migrations.config.UnmanagedPolicy;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.replay.HistoryProof;
import org.aludel.migrations.replay.HistoryProofResult;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.schema.MetaData;

/**
 * Holds three schemas against each other: what the model asks for, what the revisions make from
 * nothing, and what the live database has. The revisions are run in a scratch database, so that a
 * database that is behind or was changed by hand cannot hide that a revision is missing.
 */
final class Check {
  private final Workbench bench;

  Check(Workbench bench) {
    this.bench = bench;
  }

  /**
   * @param strict whether drops that are held back count
   * @param whole whether the history is run up and down as well
   */
  CheckResult run(boolean strict, boolean whole) {
    Unplaced unplaced = Unplaced.of(bench);
    History history = unplaced.history();
    Schemas schemas = new Schemas(bench, history.revisions());
    Differences missing = missing(schemas);
    return new CheckResult(
        detected(missing.operations()),
        detected(missing.pending()),
        strict,
        history.all().stream().filter(RevisionLine::head).toList(),
        history.pending(),
        unplaced.reasons(),
        bench.connected() && unplaced.reasons().isEmpty() && history.pending().isEmpty()
            ? detected(drifted(schemas))
            : List.of(),
        bench.connected() ? null : "no database was given",
        hazards(bench.connected() ? history.pending() : history.all()),
        whole ? proof(schemas, history) : null);
  }

  private List<String> hazards(List<RevisionLine> lines) {
    Graph graph = new Graph(bench.withoutDatabase());
    return lines.stream()
        .flatMap(line -> graph.show(line.id()).stream())
        .flatMap(shown -> shown.hazards().stream().map(each -> shown.line().id() + " " + each))
        .toList();
  }

  private HistoryProofResult proof(Schemas schemas, History history) {
    return new HistoryProof(
            schemas.scratch(),
            history.revisions(),
            ComparisonRules.everything(bench),
            engine -> bench.runner(engine, history.revisions(), ProgressListener.SILENT))
        .run();
  }

  private Differences missing(Schemas schemas) {
    CompareOptions rules = ComparisonRules.of(bench, Ownership.everything());
    MetaData made = schemas.made();
    return Comparison.compare(made, schemas.source().wanted(made, rules, schemas.scratch()), rules);
  }

  /** Objects that no revision made are no drift, unless the settings count them as ours. */
  private List<Operation> drifted(Schemas schemas) {
    boolean all = bench.settings().unmanaged() == UnmanagedPolicy.INCLUDE;
    Ownership ownership = all ? Ownership.everything() : Ownership.of(schemas::made);
    CompareOptions rules =
        ComparisonRules.neutral(bench)
            .withDrops(new CompareOptions.Drops(DropPolicy.EXACT, Set.of(), ownership));
    return Comparison.compare(schemas.live(), schemas.made(), rules).operations();
  }

  private static List<Detected> detected(List<Operation> operations) {
    return operations.stream().map(each -> new Detected(each.describe(), List.of())).toList();
  }
}
