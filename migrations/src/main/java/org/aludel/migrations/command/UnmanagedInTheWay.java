package org.aludel.migrations.command;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.compare.ObjectName;
import org.aludel.migrations.compare.Ownership;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan.Planned;
import org.aludel.schema.ObjectKind;

/**
 * What would have to go for a while to make way for a change, such as a view on a column that gets
 * another type, though no revision made it. Where the revisions run from nothing it is not there,
 * so that a revision that drops it would fail in every other database.
 *
 * @param objects each by kind and name, in the order in which they would go
 */
record UnmanagedInTheWay(List<String> objects) {
  UnmanagedInTheWay {
    objects = List.copyOf(objects);
  }

  /**
   * @param differences what was found, renames among it
   */
  static UnmanagedInTheWay of(
      List<RevisionDraft> drafts, Differences differences, CompareOptions rules) {
    Ownership before = rules.drops().ownership();
    Ownership after = rules.drops().after(differences.operations(), rules.quoter()).ownership();
    return new UnmanagedInTheWay(
        drafts.stream()
            .flatMap(draft -> draft.plan().operations().stream())
            .map(Planned::operation)
            .distinct()
            .flatMap(UnmanagedInTheWay::dropped)
            .filter(name -> !before.made(name) && !after.made(name))
            .map(ObjectName::toString)
            .toList());
  }

  private static Stream<ObjectName> dropped(Operation operation) {
    if (operation instanceof ObjectOperation.Drop drop) {
      return Stream.of(ObjectName.of(drop.object().reference()));
    }
    return operation instanceof IndexOperation.Drop drop
        ? Stream.of(ObjectName.part(ObjectKind.INDEX, drop.table(), drop.index().name().text()))
        : Stream.empty();
  }

  /**
   * Refuses to write what runs in this database alone.
   *
   * @throws RevisionException UNMANAGED_IN_THE_WAY
   */
  void refuse() {
    if (!objects.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.UNMANAGED_IN_THE_WAY,
                  "cannot write the revision: it would drop and create what no revision made")
              .found("in the way: " + String.join(", ", objects))
              .expected("changes that also run where the revisions begin with an empty database")
              .fix(
                  "make it by a revision of its own first (mvn orm:revision, with CREATE OR REPLACE"
                      + " or IF NOT EXISTS); or drop it by hand now, and create it again after the"
                      + " upgrade"));
    }
  }
}
