package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.authoring.SquashedHistory;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.RevisionSql;
import org.aludel.migrations.scratch.Proof;
import org.aludel.migrations.scratch.ProofResult;
import org.aludel.migrations.script.NewFile;
import org.aludel.schema.MetaData;

/**
 * Puts one base revision in the place of all revisions up to one of them. Written only when it is
 * proven to make the same schema from nothing; then this database is told.
 */
final class Squash {
  /**
   * What may change rows, which no schema shows, and what nobody can look into. Finds too much
   * rather than too little.
   */
  private static final Pattern ROWS =
      Pattern.compile(
          "(?:^|;)\\s*(?:--|/\\*|(?:insert|update|delete|merge|copy|truncate|select|with|do|call)\\b)",
          Pattern.CASE_INSENSITIVE);

  private final Workbench bench;

  Squash(Workbench bench) {
    this.bench = bench;
  }

  SquashResult run(String symbol, NewRevision given, boolean leaveRows) {
    History history = History.of(bench);
    history.requireUnchanged();
    SquashedHistory squashed = SquashedHistory.of(bench.scripts(), symbol);
    Set<String> applied = history.appliedOrHalf();
    requireWhole(squashed, history);
    List<String> rows = rows(squashed);
    if (!rows.isEmpty() && !leaveRows) {
      throw SquashedHistory.refused(
          "statements that may change rows:\n" + String.join("\n", rows),
          "changes of the schema alone, or the word that these may go: -Dorm.leave-rows");
    }
    Schemas schemas = new Schemas(bench, history.revisions());
    CompareOptions rules = ComparisonRules.neutral(bench);
    MetaData made = schemas.madeUpTo(squashed.last().id());
    RevisionDraft draft =
        draft(history, squashed, Comparison.compare(MetaData.empty(), made, rules), given);
    ProofResult proof =
        new Proof(schemas.scratch(), rules)
            .of(new FileTrip(bench.engine().dialect()).of(List.of(draft)), MetaData.empty(), made);
    if (!proof.proven()) {
      throw SquashedHistory.refused(proof.text(), "a revision that is proven to make the same");
    }
    Revision revision = draft.revision().withBranches(squashed.labels());
    Path file = squashed.replace(bench.scripts(), NewFile.of(revision, draft.banner()));
    boolean stamped = applied.contains(squashed.last().id());
    if (stamped) {
      stamp(history, squashed.last().id(), revision.id());
    }
    bench.extensions().written(file, revision);
    List<String> replaced = squashed.revisions().stream().map(Revision::id).toList();
    return new SquashResult(replaced, revision.id(), file, proof, rows, stamped);
  }

  private RevisionDraft draft(
      History history, SquashedHistory squashed, Differences differences, NewRevision given) {
    if (!differences.uncovered().isEmpty()) {
      throw SquashedHistory.refused(
          differences.uncovered().stream()
              .map(each -> "not covered: " + each.kind() + " " + each.name())
              .collect(Collectors.joining("\n")),
          "objects that Aludel covers");
    }
    if (differences.isEmpty()) {
      throw SquashedHistory.refused(
          squashed.revisions().size() + " revisions that make nothing",
          "revisions that make a schema");
    }
    return RevisionDraft.of(bench, history, differences, given.on("base"));
  }

  /** A database in the middle would have to run what is gone. */
  private static void requireWhole(SquashedHistory squashed, History history) {
    Set<String> applied = history.appliedOrHalf();
    List<String> lacking =
        squashed.revisions().stream()
            .map(Revision::id)
            .filter(id -> !applied.contains(id))
            .toList();
    boolean some = lacking.size() < squashed.revisions().size();
    if (some && (!lacking.isEmpty() || !history.partial().isEmpty())) {
      throw SquashedHistory.refused(
          "the database lacks " + String.join(", ", lacking) + String.join(", ", history.partial()),
          "a database that has all of them, or none");
    }
  }

  private void stamp(History history, String last, String replacement) {
    String heads =
        history.heads().stream()
            .map(id -> id.equals(last) ? replacement : id)
            .collect(Collectors.joining(","));
    bench.runner(bench.scripts().revisions()).stamp(heads, true);
  }

  private List<String> rows(SquashedHistory squashed) {
    List<String> rows = new ArrayList<>();
    for (Revision revision : squashed.revisions()) {
      RevisionSql.of(revision, Direction.UP, NativeChanges.of(bench.engine().dialect())).stream()
          .flatMap(step -> step.statements().stream())
          .filter(sql -> ROWS.matcher(sql).find())
          .forEach(sql -> rows.add(revision.id() + ": " + sql.strip().replaceAll("\\s+", " ")));
    }
    return rows;
  }
}
