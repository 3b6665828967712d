package org.aludel.migrations.render;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.MigrationPlan.Planned;
import org.aludel.migrations.revision.Change;

/**
 * How users want operations to stand in a file. A plan is made to do what the file will say, so
 * that the proof tries the file and not what was meant. Immutable.
 */
public final class Rendering {
  private final Extensions extensions;
  private final ChangeSql nativeSql;

  /** A rendering by what users added. */
  public Rendering(Extensions extensions, ChangeSql nativeSql) {
    this.extensions = extensions;
    this.nativeSql = nativeSql;
  }

  /**
   * The plan with the statements of the changes in the place of those of the operations.
   *
   * @throws org.aludel.error.RevisionException UNKNOWN_CHANGE for a change that only Liquibase runs
   */
  public MigrationPlan planned(MigrationPlan plan) {
    return new MigrationPlan(
        plan.steps().stream()
            .map(
                step ->
                    new MigrationPlan.Step(
                        step.transactional(),
                        step.operations().stream().map(this::planned).toList()))
            .toList());
  }

  private Planned planned(Planned planned) {
    return new Planned(
        planned.operation(),
        statements(planned.operation()).orElse(planned.upgrade()),
        statements(planned.operation().inverse()).orElse(planned.downgrade()));
  }

  private Optional<List<String>> statements(Operation operation) {
    return changes(operation).map(all -> all.stream().flatMap(this::statements).toList());
  }

  private Stream<String> statements(Change change) {
    if (change.type().equals(Change.EMPTY)) {
      return Stream.empty();
    }
    return change.type().equals(Change.SQL)
        ? change.text("sql").stream()
        : nativeSql.sql(change).stream();
  }

  /** The changes of an operation, where it is not for Aludel to say. */
  Optional<List<Change>> changes(Operation operation) {
    return extensions.changes(operation).map(all -> all.stream().map(Rendering::plain).toList());
  }

  /** Liquibase replaces what looks like one of its parameters in any SQL. */
  private static Change plain(Change change) {
    return change.type().equals(Change.SQL)
        ? Change.sql(PlainSql.of(change.text("sql").orElse("")))
        : change;
  }
}
