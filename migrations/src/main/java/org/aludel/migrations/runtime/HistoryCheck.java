package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.util.Suggestion;

/**
 * Compares what a database says of itself with the revision files: heads, ledger and recorded
 * digests. The ledger is believed where Liquibase moved it; what cannot be explained is refused.
 */
final class HistoryCheck {
  /** The logical path that we give to a revision; other files of the ledger are not ours. */
  private static final Pattern OURS = Pattern.compile("aludel/(\\w{1,64})\\.yaml");

  /** Rows of the ledger that may be of the files or of what the log names, and not of others. */
  static Set<LedgerKey> own(RevisionMap map, Set<LedgerKey> ledger, Set<String> logged) {
    Set<String> files = new LinkedHashSet<>();
    map.revisions().forEach(revision -> files.add(revision.logicalFilePath()));
    Set<LedgerKey> own = new LinkedHashSet<>();
    for (LedgerKey key : ledger) {
      Matcher ours = OURS.matcher(key.file());
      if (!ours.matches() || files.contains(key.file()) || logged.contains(ours.group(1))) {
        own.add(key);
      }
    }
    return own;
  }

  private final RevisionMap map;
  private final String versionTable;
  private final List<String> heads;
  private final Set<LedgerKey> ledger;

  /**
   * @param versionTable its name, for messages
   * @param heads as the version table has them
   * @param ledger all rows of the ledger
   */
  HistoryCheck(RevisionMap map, String versionTable, List<String> heads, Set<LedgerKey> ledger) {
    this.map = map;
    this.versionTable = versionTable;
    this.heads = List.copyOf(heads);
    this.ledger = Set.copyOf(ledger);
  }

  /**
   * What the database has, by its ledger.
   *
   * @throws RevisionException UNKNOWN_REVISION or LEDGER_MISMATCH
   */
  History history() {
    refuseUnknown();
    Set<String> claimed = map.applied(heads);
    History history = new History(map, ledger);
    List<String> holes = history.holes();
    if (!holes.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.LEDGER_MISMATCH,
                  "cannot place the database in the history: revisions are applied without what"
                      + " they need")
              .found(String.join("\n", holes))
              .expected("a ledger in which each revision stands behind those it builds on")
              .fix("mvn orm:stamp -Dorm.to=<revision> once you know what the database has"));
    }
    if (!claimed.isEmpty() && !history.begun()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.LEDGER_MISMATCH,
                  "cannot place the database in the history: version table and ledger disagree")
              .found(
                  versionTable
                      + " says "
                      + String.join(", ", heads)
                      + ", "
                      + Bookkeeping.LEDGER
                      + " has no row of our revisions")
              .expected("a row for each changeset of " + claimed.size() + " revisions")
              .fix(
                  "restore the ledger, or mvn orm:stamp -Dorm.to=<revision> once you know what the"
                      + " database has"));
    }
    return history;
  }

  /**
   * Refuses what the database has and no file explains.
   *
   * @throws RevisionException UNKNOWN_REVISION
   */
  void refuseUnknown() {
    map.applied(heads);
    Set<String> known = new LinkedHashSet<>();
    map.revisions().forEach(revision -> known.add(revision.logicalFilePath()));
    Set<String> unknown = new LinkedHashSet<>();
    for (LedgerKey key : ledger) {
      Matcher ours = OURS.matcher(key.file());
      if (ours.matches() && !known.contains(key.file())) {
        unknown.add(ours.group(1));
      }
    }
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw new RevisionException(
          Problem.of(
                  MigrationCode.UNKNOWN_REVISION,
                  "cannot place the database in the history: it has revision \"" + first + "\"")
              .found(
                  "no revision file for "
                      + String.join(", ", unknown)
                      + Suggestion.phrase(
                          first, map.revisions().stream().map(Revision::id).toList()))
              .expected("a revision file for each revision that was applied")
              .fix(
                  "restore the file from version control, or update the application: the database"
                      + " may be ahead of it"));
    }
  }

  /**
   * The files that were changed after they were applied.
   *
   * @param log the last entry of each revision
   */
  List<ChangedFile> changedFiles(History history, Map<String, RevisionLog.Entry> log) {
    List<ChangedFile> changed = new ArrayList<>();
    for (String id : history.applied()) {
      RevisionLog.Entry entry = log.get(id);
      if (entry != null && entry.action().applying()) {
        Revision revision = map.get(id);
        if (!RevisionFile.hasDigest(revision, entry.digest())) {
          changed.add(ChangedFile.of(revision, entry.digest(), RevisionFile.digest(revision)));
        }
      }
    }
    return changed;
  }
}
