package org.aludel.migrations.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.config.TenantSetting;
import org.aludel.migrations.extension.RevisionDirective;
import org.aludel.migrations.extension.RevisionRewriter;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.rows.RowRules;
import org.aludel.migrations.scratch.ProofResult;
import org.aludel.migrations.script.NewFile;
import org.aludel.migrations.tenant.TenantRule;

/**
 * The revisions that a comparison leads to: one, or what rewriters make of it.
 *
 * @param all in order, each behind the one before; none when rewriters left nothing
 * @param rewritten whether they do something else than what was found
 */
record Drafts(List<RevisionDraft> all, boolean rewritten) {
  Drafts {
    all = List.copyOf(all);
  }

  static Drafts of(Workbench bench, History history, Differences differences, NewRevision given) {
    RevisionDirective found = new RevisionDirective(given.message(), differences.operations());
    List<RevisionDirective> directives =
        bench
            .extensions()
            .rewritten(
                found, new RevisionRewriter.Sides(differences.database(), differences.model()));
    List<RevisionDraft> drafts = new ArrayList<>();
    RevisionMap revisions = history.revisions();
    NewRevision place = given;
    List<Operation> done = directives.stream().flatMap(each -> each.operations().stream()).toList();
    RowRules rows = RevisionDraft.rows(bench, differences.withOperations(done));
    for (RevisionDirective directive : directives) {
      NewRevision titled =
          directive.message() == null ? place : place.entitled(directive.message());
      RevisionDraft draft =
          RevisionDraft.of(
              bench, revisions, differences.withOperations(directive.operations()), rows, titled);
      requireNoEscape(bench, draft.revision());
      drafts.add(draft);
      revisions = with(revisions, draft.revision());
      place = NewRevision.of(given.message()).on(draft.revision().id()).into(given.directory());
    }
    return new Drafts(drafts, !done.equals(differences.operations()));
  }

  /** One revision; rewriters are not asked, since its steps hang together. */
  static Drafts of(Workbench bench, History history, Handover handover, NewRevision given) {
    RevisionDraft draft = RevisionDraft.of(bench, history.revisions(), handover, given);
    requireNoEscape(bench, draft.revision());
    return new Drafts(List.of(draft), false);
  }

  /** A revision of tenants that names the template would be the template's alone. */
  private static void requireNoEscape(Workbench bench, Revision revision) {
    TenantSetting tenants = bench.settings().tenants();
    if (tenants.given()) {
      new TenantRule(Set.of(tenants.templateSchema()))
          .require(revision, NativeChanges.of(bench.engine().dialect()));
    }
  }

  private static RevisionMap with(RevisionMap revisions, Revision added) {
    List<Revision> all = new ArrayList<>(revisions.revisions());
    all.add(added);
    return RevisionMap.of(all);
  }

  List<Detected> detected() {
    return all.stream().flatMap(each -> each.detected().stream()).toList();
  }

  /** Writes the files; the hooks for files run when all are written. */
  List<AutogenerateResult.Written> write(Workbench bench, NewRevision given, ProofResult proof) {
    List<AutogenerateResult.Written> written = new ArrayList<>();
    for (RevisionDraft draft : all) {
      Path file =
          bench
              .scripts()
              .write(new NewFile(draft.revision(), draft.banner(), "", given.directory()));
      written.add(new AutogenerateResult.Written(draft.revision().id(), file, proof));
    }
    for (int at = 0; at < all.size(); at++) {
      bench.extensions().written(written.get(at).file(), all.get(at).revision());
    }
    return written;
  }
}
