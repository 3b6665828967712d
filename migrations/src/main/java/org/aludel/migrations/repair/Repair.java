package org.aludel.migrations.repair;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.repair.Diagnosis.Cure;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.Bookkeeping;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.runtime.RunLock;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.migrations.script.RevisionLoader;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.util.Suggestion;

/**
 * Looks for what is wrong between files, bookkeeping and database, and does what it is told about
 * it by name; nothing is repaired by guess. Works where other commands refuse to begin.
 */
public final class Repair {
  private final Engine engine;
  private final ScriptDirectory scripts;
  private final RunnerOptions options;
  private final ScratchServer scratch;
  private final List<Revision> files;

  public Repair(
      Engine engine, ScriptDirectory scripts, RunnerOptions options, ScratchServer scratch) {
    this.engine = engine;
    this.scripts = scripts;
    this.options = options;
    this.scratch = scratch;
    this.files = scripts.files().stream().map(RevisionFile::revision).toList();
  }

  /** Looks; changes nothing and takes no lock. */
  public RepairResult look() {
    try (Connection connection = engine.connect()) {
      return new RepairResult(diagnosis(connection).findings(), List.of());
    }
  }

  /**
   * Does the fixes that are named: all changes to the bookkeeping in one transaction under the
   * runner's lock, then the others, one after the other.
   *
   * @throws RevisionException NOTHING_TO_FIX for a name that no finding has, before anything is
   *     done; LOCKED while revisions are run
   */
  public RepairResult fix(List<String> names) {
    try (RunLock lock =
            RunDialect.of(engine.dialect()).lock(engine, options, ProgressListener.SILENT);
        Connection connection = engine.connect()) {
      Diagnosis diagnosis = diagnosis(connection);
      List<Cure> chosen = chosen(diagnosis, names);
      Books books = books(connection);
      chosen.forEach(each -> each.books().accept(books));
      books.settle(lock);
      connection.commit();
      chosen.forEach(each -> each.after().run());
      return new RepairResult(diagnosis.findings(), chosen.stream().map(Cure::fix).toList());
    }
  }

  private static List<Cure> chosen(Diagnosis diagnosis, List<String> names) {
    List<Cure> chosen = new ArrayList<>();
    Set<String> known = diagnosis.cures().keySet();
    for (String name : new LinkedHashSet<>(names)) {
      Cure cure = diagnosis.cures().get(name);
      if (cure == null) {
        throw new RevisionException(
            Problem.of(MigrationCode.NOTHING_TO_FIX, "cannot do the fix \"" + name + "\"")
                .found(
                    known.isEmpty()
                        ? "nothing that can be fixed"
                        : "fixes: " + String.join(", ", known) + Suggestion.phrase(name, known))
                .expected("the name of a fix that mvn orm:repair shows")
                .fix("mvn orm:repair"));
      }
      chosen.add(cure);
    }
    return chosen;
  }

  private Diagnosis diagnosis(Connection connection) {
    Diagnosis diagnosis = new Diagnosis();
    new HistoryFaults(books(connection), scripts, ids(), diagnosis).find();
    new ServerFaults(engine, scratch, diagnosis).find(connection);
    return diagnosis;
  }

  /** Where a file in the middle is gone the graph has a gap, which kept texts can fill. */
  private Books books(Connection connection) {
    Bookkeeping tables = new Bookkeeping(options, connection.dialect());
    try {
      return new Books(connection, tables, RevisionMap.of(files));
    } catch (RevisionException gap) {
      if (gap.problem().code() != MigrationCode.MISSING_DOWN_REVISION) {
        throw gap;
      }
      Books empty = new Books(connection, tables, RevisionMap.of(List.of()));
      List<Revision> all = new ArrayList<>(files);
      for (String id : HistoryFaults.unknown(empty, ids())) {
        empty
            .keptText(id)
            .map(text -> new RevisionLoader().load(tables.log() + ":" + id, text).revision())
            .ifPresent(all::add);
      }
      return new Books(connection, tables, RevisionMap.of(all));
    }
  }

  private Set<String> ids() {
    return new LinkedHashSet<>(files.stream().map(Revision::id).toList());
  }
}
