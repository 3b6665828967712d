package org.aludel.migrations.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.migrations.repair.Diagnosis.Cure;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.Bookkeeping;
import org.aludel.migrations.runtime.History;
import org.aludel.migrations.runtime.LedgerKey;
import org.aludel.migrations.runtime.RevisionLog;
import org.aludel.migrations.script.NewFile;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.migrations.script.RevisionLoader;
import org.aludel.migrations.script.ScriptDirectory;

/** What is wrong between the files, the ledger, the log and the heads. */
final class HistoryFaults {
  /** The logical path that we give to a revision; other files of the ledger are not ours. */
  private static final Pattern OURS = Pattern.compile("aludel/(\\w{1,64})\\.yaml");

  private final Books books;
  private final ScriptDirectory scripts;
  private final Set<String> files = new LinkedHashSet<>();
  private final Diagnosis diagnosis;

  /**
   * @param files ids of the revisions that have one
   */
  HistoryFaults(Books books, ScriptDirectory scripts, Set<String> files, Diagnosis diagnosis) {
    this.books = books;
    this.scripts = scripts;
    this.files.addAll(files);
    this.diagnosis = diagnosis;
  }

  void find() {
    History history = books.history();
    missingFiles();
    changedFiles(history);
    history.partial().forEach(this::partial);
    holes(history);
    heads(history);
    liquibaseLock();
  }

  /** Ids that the bookkeeping names and no file has. */
  static Set<String> unknown(Books books, Set<String> files) {
    Set<String> unknown = new LinkedHashSet<>();
    for (LedgerKey key : books.ledger()) {
      Matcher ours = OURS.matcher(key.file());
      if (ours.matches()) {
        unknown.add(ours.group(1));
      }
    }
    unknown.addAll(books.heads());
    unknown.removeAll(files);
    return unknown;
  }

  private void missingFiles() {
    for (String id : unknown(books, files)) {
      List<Cure> cures = new ArrayList<>();
      Optional<String> kept = books.keptText(id);
      kept.ifPresent(
          text ->
              cures.add(
                  Cure.after(
                      "restore:" + id,
                      "writes its file from the text that was kept when it was applied",
                      () -> restore(id, text))));
      cures.add(
          Cure.ofBooks(
              "forget:" + id,
              "forgets it: its rows, and its place among the heads; what it made stays",
              each -> each.forget(id)));
      diagnosis.add(
          "revision " + id + " is applied and has no file",
          kept.isPresent()
              ? "get the file from version control, or undo it by the kept text: mvn orm:sync"
              : "get the file from version control; no text of it was kept",
          cures);
    }
  }

  private void restore(String id, String text) {
    Revision revision = new RevisionLoader().load(books.tables().log() + ":" + id, text).revision();
    scripts.write(NewFile.of(revision, List.of()));
  }

  private void changedFiles(History history) {
    Map<String, RevisionLog.Entry> log = books.log();
    for (String id : history.applied()) {
      RevisionLog.Entry entry = log.get(id);
      Revision revision = books.map().get(id);
      if (files.contains(id)
          && entry != null
          && entry.action().applying()
          && !RevisionFile.hasDigest(revision, entry.digest())) {
        diagnosis.add(
            "the file of "
                + revision.title()
                + " was changed after it was applied: "
                + revision.source(),
            "get the file back from version control; the text that was applied is in "
                + books.tables().log(),
            List.of(
                Cure.ofBooks(
                    "accept:" + id,
                    "takes the file as it is for what was applied; the database is not changed",
                    each -> each.accept(revision))));
      }
    }
  }

  private void partial(Revision revision) {
    diagnosis.add(
        "revision "
            + revision.title()
            + " is recorded in part: "
            + books.history().done(revision).size()
            + " of "
            + revision.changeSets().size()
            + " steps",
        "mvn orm:upgrade goes on where it stopped, mvn orm:downgrade undoes what is done; the"
            + " fixes are for one who knows what the database has",
        List.of(complete(revision), unrecord(revision)));
  }

  private void holes(History history) {
    Set<String> applied = history.applied();
    RevisionMap map = books.map();
    for (String id : applied) {
      for (String parent : map.get(id).parents()) {
        if (!applied.contains(parent)) {
          diagnosis.add(
              "revision "
                  + map.get(id).title()
                  + " is recorded without what it needs, "
                  + map.get(parent).title(),
              "look what the database has: mvn orm:diff -Dorm.from=database"
                  + " -Dorm.to=revisions:"
                  + parent,
              List.of(complete(map.get(parent)), unrecord(map.get(id))));
        }
      }
    }
  }

  private static Cure complete(Revision revision) {
    return Cure.ofBooks(
        "complete:" + revision.id(),
        "records all its steps as done, without running any",
        books -> books.complete(revision));
  }

  private static Cure unrecord(Revision revision) {
    return Cure.ofBooks(
        "unrecord:" + revision.id(),
        "records none of its steps as done, without undoing any",
        books -> books.unrecord(revision));
  }

  /** Silent where a head has no file: what follows from it is for its own finding. */
  private void heads(History history) {
    List<String> recorded = books.heads();
    if (!books.map().revisions().stream().map(Revision::id).toList().containsAll(recorded)) {
      return;
    }
    if (new HashSet<>(recorded).equals(new HashSet<>(history.heads()))) {
      return;
    }
    List<Cure> cures = new ArrayList<>();
    cures.add(
        Cure.ofBooks(
            "heads",
            "believes the ledger: the heads become " + text(history.heads()),
            Books::believeLedger));
    if (!history.applied().containsAll(books.map().ancestors(recorded))) {
      cures.add(
          Cure.ofBooks(
              "ledger",
              "believes the heads: all up to " + text(recorded) + " is recorded as done",
              Books::believeHeads));
    }
    diagnosis.add(
        "the heads do not follow from the ledger: "
            + books.tables().version()
            + " says "
            + text(recorded)
            + ", "
            + Bookkeeping.LEDGER
            + " makes it "
            + text(history.heads()),
        "where Liquibase ran or undid revisions, the next mvn orm:upgrade follows by itself",
        cures);
  }

  private static String text(List<String> heads) {
    return heads.isEmpty() ? "base" : String.join(", ", heads);
  }

  private void liquibaseLock() {
    books
        .liquibaseLock()
        .ifPresent(
            holder ->
                diagnosis.add(
                    "Liquibase's lock is taken: " + holder,
                    "wait for that run if it is still there; nobody but its process can tell",
                    List.of(
                        Cure.ofBooks(
                            "liquibase-lock", "gives the lock back", Books::releaseLiquibase))));
  }
}
