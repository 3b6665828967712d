package org.aludel.migrations.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a downgrade: rows that it would lose are counted, and the downgrade is refused or
 * they are kept. After an upgrade it gives back what was kept. Works on the connection and in the
 * transaction that it is handed. For one run; not thread-safe.
 */
public final class LossGuard {
  private final LossPolicy policy;
  private final String defaultSchema;
  private final RowKeeper rows;
  private @Nullable Boolean nothingKept;

  /**
   * @param defaultSchema where unqualified names live
   * @param rows what finds and keeps them
   */
  public LossGuard(LossPolicy policy, String defaultSchema, RowKeeper rows) {
    this.rows = rows;
    this.policy = policy;
    this.defaultSchema = defaultSchema;
  }

  /**
   * Looks at all revisions that will be undone, before the first of them is. What has another name
   * by now is looked at again when its turn comes.
   *
   * @throws RevisionException LOSSY_DOWNGRADE with the number of rows, unless the policy allows it;
   *     ROWS_HIDDEN where they cannot be counted
   */
  public void require(Connection connection, Iterable<Revision> path) {
    if (policy != LossPolicy.REFUSE) {
      return;
    }
    List<String> losses = new ArrayList<>();
    for (Revision revision : path) {
      for (Loss loss : losses(connection, revision)) {
        losses.add(loss.part().name() + ": " + loss.rows() + " rows (" + revision.title() + ")");
      }
    }
    if (!losses.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.LOSSY_DOWNGRADE, "cannot downgrade: rows would be lost")
              .found(String.join("\n", losses))
              .expected("nothing in what the revisions brought, or a word that it may go")
              .fix(
                  "-Dorm.lossy=keep copies the rows to schema aludel_kept first, -Dorm.lossy=accept"
                      + " loses them"));
    }
  }

  /**
   * Before a revision is undone, in the transaction that undoes it.
   *
   * @param told what was kept, a line for people each
   */
  public void before(Connection connection, Revision revision, Consumer<String> told) {
    if (policy == LossPolicy.REFUSE) {
      require(connection, List.of(revision));
    } else if (policy == LossPolicy.KEEP) {
      nothingKept = null;
      for (Loss loss : losses(connection, revision)) {
        String copy = rows.keep(connection, revision.id(), loss.part());
        told.accept("kept " + loss.rows() + " rows of " + loss.part().name() + " in " + copy);
      }
    }
  }

  /**
   * After a revision was done again, in its transaction: rows that were kept come back where their
   * keys are still there; what cannot come back stays where it is kept.
   *
   * @param told what came back or could not, a line for people each
   */
  public void after(Connection connection, Revision revision, Consumer<String> told) {
    if (revision.lossy().isEmpty()) {
      return;
    }
    if (nothingKept == null) {
      nothingKept = rows.nothingKept(connection);
    }
    if (nothingKept) {
      return;
    }
    List<LossyPart> parts = new ArrayList<>();
    for (String name : revision.lossy()) {
      rows.find(connection, name, defaultSchema).ifPresent(parts::add);
    }
    rows.restore(connection, revision.id(), parts, told);
  }

  private List<Loss> losses(Connection connection, Revision revision) {
    List<Loss> losses = new ArrayList<>();
    for (String name : revision.lossy()) {
      LossyPart part = rows.find(connection, name, defaultSchema).orElse(null);
      if (part != null) {
        if (part.hidden()) {
          throw HiddenRows.problem(
              "cannot count the rows that a downgrade loses",
              part.table() + " has row security, for " + part.name() + " of " + revision.title(),
              null);
        }
        String sql = "SELECT count(*) FROM " + part.rows(connection.dialect().quoter());
        Long rows = connection.execute(sql).scalar(Long.class);
        if (rows != null && rows > 0) {
          losses.add(new Loss(part, rows));
        }
      }
    }
    return losses;
  }

  private record Loss(LossyPart part, long rows) {}
}
