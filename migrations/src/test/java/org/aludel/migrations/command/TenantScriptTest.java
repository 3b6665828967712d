package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.aludel.migrations.runtime.OfflineResult;
import org.aludel.migrations.tenant.TenantState;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class TenantScriptTest {
  @TempDir Path directory;
  private Workshop workshop;

  TenantScriptTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void threeTenants(TestDatabase database) {
    workshop.close();
    workshop =
        new Workshop(database, directory)
            .with("tenants", "tenant_*")
            .with("tenants.template", "tenant_1");
    database.run("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA tenant_3");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private Path first() {
    AutogenerateResult result = workshop.model(table("person")).autogenerate("first");
    return Objects.requireNonNull(result.written()).file();
  }

  private TenantMigrations tenants() {
    return workshop.model(table("person")).tenants();
  }

  private static String places(TestDatabase database, String table) {
    return database
        .query("SELECT schemaname FROM pg_tables WHERE tablename = '" + table + "' ORDER BY 1")
        .toString();
  }

  @Test
  void theScriptOfOneTenantUpgradesThatOneAndTheRunnerBelievesIt(TestDatabase database) {
    first();
    workshop.with("tenant", "tenant_2");

    database.run(tenants().upgradeScript("head").sql());

    assertThat(places(database, "person")).isEqualTo("[[tenant_2]]");
    assertThat(places(database, "aludel_version")).isEqualTo("[[tenant_2]]");
    workshop.with("tenant", "");
    assertThat(tenants().status().states())
        .extracting(TenantState::standing)
        .containsExactly(
            TenantState.Standing.BEHIND, TenantState.Standing.AT_HEAD, TenantState.Standing.BEHIND);
  }

  @Test
  void theWayBackAndTheStampAreOfThatTenantToo(TestDatabase database) {
    first();
    tenants().upgrade("head");
    workshop.with("tenant", "tenant_3");

    database.run(tenants().downgradeScript("current:base").sql());

    assertThat(places(database, "person")).isEqualTo("[[tenant_1], [tenant_2]]");
    OfflineResult stamp = tenants().stampScript("head");
    database.run(stamp.sql());
    assertThat(tenants().status().states())
        .extracting(TenantState::heads)
        .containsExactly(stamp.heads());
  }

  @Test
  void aScriptWithoutTheNameOfOneTenantIsRefused() {
    first();

    assertThatThrownBy(() -> tenants().upgradeScript("head"))
        .hasMessageContaining("ORM-MIG-INVALID-SETTING")
        .hasMessageContaining("3 tenants")
        .hasMessageContaining("-Dorm.tenant=tenant_1");
    workshop.with("tenant", "tenant_1,tenant_2");
    assertThatThrownBy(() -> tenants().stampScript("head")).hasMessageContaining("2 tenants");
  }

  @Test
  void aScriptThatEscapesIsRefused() throws IOException {
    Path file = first();
    String escape =
        """
              changes:
                - sql: {splitStatements: false, sql: DROP TABLE tenant_2.person}
        """;
    Files.writeString(file, Files.readString(file).replaceFirst("      changes:\n", escape));
    workshop.with("tenant", "tenant_1");

    for (String range : List.of("head", "current:head")) {
      assertThatThrownBy(() -> tenants().upgradeScript(range))
          .hasMessageContaining("ORM-MIG-TENANT-ESCAPE");
    }
    assertThatThrownBy(() -> tenants().downgradeScript("head:base"))
        .hasMessageContaining("ORM-MIG-TENANT-ESCAPE");
  }

  @Test
  void aTagIsPutIntoTheLedgerOfEachTenant(TestDatabase database) {
    first();

    tenants().tagged("v1").upgrade("head");

    for (String tenant : List.of("tenant_1", "tenant_2", "tenant_3")) {
      assertThat(database.query("SELECT tag FROM " + tenant + ".databasechangelog"))
          .hasToString("[[v1]]");
    }
    workshop.with("tenant", "tenant_2");
    tenants().tagged("v2").stamp("head", false);
    assertThat(
            database.query(
                "SELECT (SELECT tag FROM tenant_1.databasechangelog), (SELECT tag FROM"
                    + " tenant_2.databasechangelog)"))
        .hasToString("[[v1, v2]]");
  }
}
