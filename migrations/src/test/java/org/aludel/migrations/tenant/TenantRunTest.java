package org.aludel.migrations.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.migrations.config.TenantSetting;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunResult;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest(perMethod = true)
class TenantRunTest {
  private static final TenantSetting SETTING =
      new TenantSetting(List.of("tenant_*"), null, "tenant_1", TenantSetting.OnError.CONTINUE, 2);

  private final RevisionMap none = RevisionMap.of(List.of());

  private MigrationRunner runner(Engine engine, String schema) {
    return new MigrationRunner(
        engine,
        none,
        change -> List.of(),
        RunnerOptions.defaults().withDefaultSchema(schema),
        ProgressListener.SILENT);
  }

  private TenantsResult run(TestDatabase database, String broken, String then) {
    database.run("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA tenant_3");
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled())) {
      List<String> begun = new ArrayList<>();
      TenantRun run =
          new TenantRun(
              engine,
              SETTING,
              "public",
              none,
              schema -> {
                if (schema.equals(broken)) {
                  database.run(then);
                  throw new IllegalStateException("a defect");
                }
                return runner(engine, schema);
              });
      return run.run(
          List.of(), each -> new RunResult(List.of(), List.of(), List.of()), each -> begun.add(""));
    }
  }

  @Test
  void aDefectInOneTenantLosesNoStateOfTheOthers(TestDatabase database) {
    TenantsResult result = run(database, "tenant_2", "SELECT 1");

    assertThat(result.states())
        .extracting(TenantState::standing)
        .containsExactly(
            TenantState.Standing.AT_HEAD,
            TenantState.Standing.FAILED,
            TenantState.Standing.AT_HEAD);
    assertThat(result.states().get(1).error()).contains("a defect");
    assertThat(database.query("SELECT tenant, state FROM aludel_tenant ORDER BY 1"))
        .hasToString("[[tenant_1, AT_HEAD], [tenant_2, FAILED], [tenant_3, AT_HEAD]]");
  }

  @Test
  void aStateThatCannotBeRecordedIsStillTold(TestDatabase database) {
    TenantsResult result = run(database, "tenant_3", "DROP TABLE IF EXISTS aludel_tenant");

    assertThat(result.states()).hasSize(3);
    assertThat(result.states().get(2).error())
        .contains("a defect")
        .contains("not recorded in aludel_tenant");
  }
}
