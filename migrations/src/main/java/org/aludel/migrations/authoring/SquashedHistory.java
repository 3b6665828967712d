package org.aludel.migrations.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.script.NewFile;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.migrations.script.ScriptDirectory;

/**
 * The beginning of a history that one revision is to replace. Immutable.
 *
 * @param last the revision that it ends with
 * @param files of its revisions
 * @param followers files of the revisions that follow the last one
 */
public record SquashedHistory(
    Revision last, List<RevisionFile> files, List<RevisionFile> followers) {
  public SquashedHistory {
    files = List.copyOf(files);
    followers = List.copyOf(followers);
  }

  /**
   * All revisions up to one.
   *
   * @throws RevisionException UNKNOWN_REVISION; CANNOT_SQUASH where another line leaves it before
   *     its end, or it is one revision already
   */
  public static SquashedHistory of(ScriptDirectory scripts, String symbol) {
    List<RevisionFile> all = scripts.files();
    RevisionMap map = RevisionMap.of(all.stream().map(RevisionFile::revision).toList());
    Revision last = map.get(Placement.one(map, symbol));
    Set<String> ids = map.ancestors(List.of(last.id()));
    List<RevisionFile> files = new ArrayList<>();
    List<RevisionFile> followers = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (RevisionFile file : all) {
      Revision revision = file.revision();
      Set<String> inside = new LinkedHashSet<>(revision.parents());
      inside.retainAll(ids);
      if (ids.contains(revision.id())) {
        files.add(file);
      } else if (!inside.isEmpty()) {
        followers.add(file);
        if (!inside.equals(Set.of(last.id())) || revision.dependsOn().contains(last.id())) {
          found.add(revision.title() + " is built on " + String.join(", ", inside));
        }
      }
    }
    if (files.size() < 2) {
      found.add("one revision");
    }
    if (!found.isEmpty()) {
      throw refused(String.join("\n", found), "revisions that only the last one has followers of");
    }
    return new SquashedHistory(last, files, followers);
  }

  /** The revisions in the order of their files. */
  public List<Revision> revisions() {
    return files.stream().map(RevisionFile::revision).toList();
  }

  /** The labels that they give to branches. */
  public List<String> labels() {
    return revisions().stream().flatMap(each -> each.branches().stream()).toList();
  }

  /**
   * Writes the new revision, lets the followers follow it and deletes the files that it replaces.
   *
   * @return where the new one was written
   */
  public Path replace(ScriptDirectory scripts, NewFile replacement) {
    Path written = scripts.write(replacement);
    for (RevisionFile file : followers) {
      List<String> down =
          file.revision().down().stream()
              .map(id -> id.equals(last.id()) ? replacement.revision().id() : id)
              .toList();
      MovedBranch.Move move =
          MovedBranch.move(file, scripts.text(file), file.revision().withDown(down));
      scripts.replace(move.file(), move.revision(), move.text());
    }
    files.forEach(scripts::delete);
    return written;
  }

  /** A refusal with its reason. */
  public static RevisionException refused(String found, String expected) {
    return new RevisionException(
        Problem.of(MigrationCode.CANNOT_SQUASH, "cannot make one revision of several")
            .found(found)
            .expected(expected)
            .fix("choose another end: mvn orm:squash -Dorm.to=<revision>"));
  }
}
