package org.aludel.migrations.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.Value;
import org.junit.jupiter.api.Test;

class ChangePreparationTest {
  private static final Revision REVISION = Revision.of("aaaa", List.of(), "add a", Instant.EPOCH);

  @Test
  void sqlForAnotherDatabaseIsPassedOver() {
    assertThat(statements("oracle")).isEmpty();
    assertThat(statements("!postgresql")).isEmpty();
    assertThat(statements("none")).isEmpty();
  }

  @Test
  void aChangeOfLiquibaseForAnotherDatabaseIsPassedOverToo() {
    Change insert = Change.of("insert", Map.of("dbms", Value.of("mysql")));
    ChangeSet step = ChangeSet.of("aaaa-1", "", List.of(insert), List.of());

    assertThat(prepare(step).get(0).sql()).isEmpty();
  }

  @Test
  void sqlForPostgresIsRun() {
    assertThat(statements("h2, postgresql")).containsExactly("SELECT 1");
    assertThat(statements("!h2")).containsExactly("SELECT 1");
    assertThat(statements("all")).containsExactly("SELECT 1");
  }

  @Test
  void preConditionsAreRefused() {
    ChangeSet step =
        new ChangeSet(
            "aaaa-1",
            "aludel",
            "",
            List.of(),
            true,
            Value.of("x"),
            List.of(Change.empty()),
            List.of(),
            "x.yaml:9:7");

    assertThatThrownBy(() -> prepare(step))
        .hasMessageContaining("ORM-MIG-UNKNOWN-CHANGE")
        .hasMessageContaining("x.yaml:9:7: preConditions, which only Liquibase evaluates");
  }

  private static List<String> statements(String dbms) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    parameters.put("dbms", Value.of(dbms));
    parameters.put("sql", Value.of("SELECT 1"));
    ChangeSet step = ChangeSet.of("aaaa-1", "", List.of(Change.of("sql", parameters)), List.of());
    List<String> sql = prepare(step).get(0).sql();
    return sql == null ? List.of("foreign") : sql;
  }

  private static List<PreparedChange> prepare(ChangeSet step) {
    return ChangePreparation.running(
            Script.NO_NATIVE_CHANGES, ChangePreparationTest.class.getClassLoader())
        .prepare(REVISION, step, Direction.UP);
  }
}
