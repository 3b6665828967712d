package org.aludel.migrations.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;

/**
 * A revision whose file is not what was applied; layout and comments do not count.
 *
 * @param id of the revision
 * @param place its file and position, or the id where it has no file
 * @param applied digest of what was applied
 * @param now digest of the file
 */
public record ChangedFile(String id, String place, String applied, String now) {
  static ChangedFile of(Revision revision, String applied, String now) {
    String place = revision.source().isEmpty() ? revision.id() : revision.source();
    return new ChangedFile(revision.id(), place, applied, now);
  }

  /** Place and both digests. */
  public String text() {
    return place + ": applied as " + applied + ", now " + now;
  }

  /**
   * Refuses to go on over changed files.
   *
   * @param log the table that holds their applied texts
   * @throws RevisionException FILE_CHANGED with all of them
   */
  public static void refuse(List<ChangedFile> files, String log) {
    if (files.isEmpty()) {
      return;
    }
    throw new RevisionException(
        Problem.of(
                MigrationCode.FILE_CHANGED,
                "cannot go on: a revision file was changed after it was applied")
            .found(files.stream().map(ChangedFile::text).collect(Collectors.joining("\n")))
            .expected("files as they were applied; layout and comments do not count")
            .fix(
                "restore the file from version control and make a new revision of the change; "
                    + log
                    + " holds the text that was applied\nor, if the database is as the file"
                    + " says now: mvn orm:stamp -Dorm.to=<revision it is at>"));
  }
}
