package org.aludel.migrations.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.ddl.RawSql;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.MigrationPlan.Planned;
import org.aludel.migrations.plan.MigrationPlan.Statement;
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

  /** Nothing is said of any operation. */
  static Rendering none() {
    return new Rendering(Extensions.none(), change -> List.of());
  }

  /**
   * The plan with the statements of the changes in the place of those of the operations. An
   * operation that an online plan does in several steps stays as it is.
   *
   * @throws org.aludel.error.RevisionException UNKNOWN_CHANGE for a change that only Liquibase runs
   */
  public MigrationPlan planned(MigrationPlan plan) {
    Map<Operation, Long> parts =
        plan.operations().stream()
            .collect(Collectors.groupingBy(Planned::operation, Collectors.counting()));
    List<MigrationPlan.Step> steps = new ArrayList<>();
    for (MigrationPlan.Step step : plan.steps()) {
      List<Planned> operations = new ArrayList<>();
      for (Planned each : step.operations()) {
        boolean whole = parts.getOrDefault(each.operation(), 0L) == 1;
        operations.add(whole ? planned(each) : each);
      }
      steps.add(new MigrationPlan.Step(step.transactional(), operations));
    }
    return new MigrationPlan(steps);
  }

  private Planned planned(Planned planned) {
    return new Planned(
        planned.operation(),
        statements(planned.operation()).orElse(planned.up()),
        statements(planned.operation().inverse()).orElse(planned.down()));
  }

  private Optional<List<Statement>> statements(Operation operation) {
    return changes(operation)
        .map(
            all ->
                all.stream()
                    .flatMap(this::sql)
                    .map(each -> new Statement(new RawSql(each), each))
                    .toList());
  }

  private Stream<String> sql(Change change) {
    if (change.type().equals(Change.EMPTY)) {
      return Stream.empty();
    }
    return change.type().equals(Change.SQL)
        ? change.text("sql").stream()
        : nativeSql.sql(change).stream();
  }

  /** The changes of an operation, where the plan was made to do what they say. */
  Optional<List<Change>> changes(Operation operation, List<Statement> planned) {
    return changes(operation)
        .filter(
            all ->
                all.stream()
                    .flatMap(this::sql)
                    .toList()
                    .equals(planned.stream().map(Statement::sql).toList()));
  }

  private Optional<List<Change>> changes(Operation operation) {
    return extensions.changes(operation).map(all -> all.stream().map(Rendering::plain).toList());
  }

  /** Liquibase replaces what looks like one of its parameters in any SQL. */
  private static Change plain(Change change) {
    return change.type().equals(Change.SQL)
        ? Change.sql(PlainSql.of(change.text("sql").orElse("")))
        : change;
  }
}
