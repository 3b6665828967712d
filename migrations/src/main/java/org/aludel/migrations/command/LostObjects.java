package org.aludel.migrations.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.MetaData;
import org.aludel.schema.UncoveredObject;

/**
 * What the model has, the database lacks and Aludel does not cover: no revision makes it, and the
 * proof does not see it.
 *
 * @param created the tables that the revision creates
 */
record LostObjects(List<UncoveredObject> objects, Set<String> created) {
  static LostObjects of(MetaData live, Differences differences) {
    return new LostObjects(
        differences.uncovered().stream().filter(each -> !live.uncovered().contains(each)).toList(),
        differences.operations().stream()
            .filter(TableOperation.Create.class::isInstance)
            .map(each -> ((TableOperation.Create) each).table().name().toString())
            .collect(Collectors.toSet()));
  }

  /** Each by kind and name. */
  List<String> texts() {
    return objects.stream().map(LostObjects::text).toList();
  }

  /**
   * Refuses a table that would be another one than the model's.
   *
   * @throws RevisionException UNSUPPORTED_OBJECT
   */
  void requireWholeTables() {
    List<String> parts = objects.stream().filter(this::ofCreated).map(LostObjects::text).toList();
    if (!parts.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.UNSUPPORTED_OBJECT,
                  "cannot create the tables as the model has them")
              .found("not covered yet: " + String.join(", ", parts))
              .expected("new tables without it")
              .fix(
                  "create them in a revision written by hand, or leave them out:"
                      + " -Dorm.exclude=table:<name>"));
    }
  }

  private boolean ofCreated(UncoveredObject object) {
    String name = object.name().toString();
    return created.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
  }

  private static String text(UncoveredObject object) {
    return object.kind() + " " + object.name();
  }
}
