package org.aludel.migrations.command;

import java.util.function.Consumer;
import java.util.function.Function;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.OfflineResult;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunResult;
import org.aludel.migrations.tenant.ChosenTenant;
import org.aludel.migrations.tenant.TenantRule;
import org.aludel.migrations.tenant.TenantRun;
import org.aludel.migrations.tenant.TenantState;
import org.aludel.migrations.tenant.TenantsResult;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of all tenants of a database, each in a schema of its own with a version table of
 * its own. Which they are, how many are worked on at a time and whether a failure stops the others
 * say the settings. Names in revisions go without a schema; what would leave the tenant's is
 * refused before anything runs.
 *
 * <pre>{@code
 * Migrations.of(engine, settings).tenants().upgrade("head").orThrow();
 * }</pre>
 *
 * Immutable and thread-safe. A failure of a tenant is in the result and thrown by none of these.
 */
public final class TenantMigrations {
  /** Before the settings say otherwise, the schema that a database has from the beginning. */
  private static final String CONTROL = "public";

  private final Workbench bench;
  private final Consumer<TenantState> told;

  private final @Nullable String tag;

  TenantMigrations(Workbench bench, Consumer<TenantState> told, @Nullable String tag) {
    this.bench = bench;
    this.told = told;
    this.tag = tag;
  }

  /** The same, telling of each tenant when it is done; one at a time. */
  public TenantMigrations told(Consumer<TenantState> listener) {
    return new TenantMigrations(bench, listener, tag);
  }

  /**
   * The same, marking where each tenant is afterwards with a name in its ledger.
   *
   * @param name null for no mark
   * @see Migrations#tag(String)
   */
  public TenantMigrations tagged(@Nullable String name) {
    return new TenantMigrations(bench, told, name);
  }

  /**
   * Runs the revisions that each tenant lacks up to a target.
   *
   * @throws org.aludel.error.RevisionException TENANT_ESCAPE, INVALID_SETTING, before anything runs
   */
  public TenantsResult upgrade(String target) {
    return run(runner -> runner.upgrade(target));
  }

  /**
   * Undoes the revisions of each tenant above a target.
   *
   * @throws org.aludel.error.RevisionException also DOWNGRADE_FORBIDDEN
   */
  public TenantsResult downgrade(String target) {
    bench.allowed().downgrade("downgrade");
    return run(runner -> runner.downgrade(target));
  }

  /** Declares each tenant to be at a target, without running anything. */
  public TenantsResult stamp(String targets, boolean purge) {
    return run(runner -> runner.stamp(targets, purge));
  }

  /**
   * The SQL of an upgrade of one tenant as a script for {@code psql}. Connects, because the
   * database knows which tenants there are.
   *
   * @param range as for {@link Migrations#upgradeScript}
   * @throws org.aludel.error.RevisionException TENANT_ESCAPE; INVALID_SETTING unless the settings
   *     name one tenant
   */
  public OfflineResult upgradeScript(String range) {
    return script(runner -> runner.upgradeScript(range));
  }

  /** As {@link #upgradeScript} for a downgrade, as {@link Migrations#downgradeScript}. */
  public OfflineResult downgradeScript(String range) {
    return script(runner -> runner.downgradeScript(range));
  }

  /** As {@link #upgradeScript} for a stamp, as {@link Migrations#stampScript}. */
  public OfflineResult stampScript(String range) {
    return script(runner -> runner.stampScript(range));
  }

  /** Where each tenant stands; changes nothing. A constant number of queries a tenant. */
  public TenantsResult status() {
    return tenants(bench.scripts().revisions()).status(bench.settings().tenant());
  }

  private TenantsResult run(Function<MigrationRunner, RunResult> work) {
    RevisionMap revisions = bench.scripts().revisions();
    TenantRun run = tenants(revisions);
    require(run.rule(), revisions);
    return run.run(bench.settings().tenant(), runner -> marked(runner, work), told);
  }

  private RunResult marked(MigrationRunner runner, Function<MigrationRunner, RunResult> work) {
    RunResult result = work.apply(runner);
    if (tag != null) {
      runner.tag(tag);
    }
    return result;
  }

  private OfflineResult script(Function<MigrationRunner, OfflineResult> work) {
    RevisionMap revisions = bench.scripts().revisions();
    Settings settings = given();
    ChosenTenant chosen = ChosenTenant.of(bench.engine(), settings.tenants(), settings.tenant());
    require(chosen.rule(), revisions);
    return work.apply(runner(chosen.schema(), revisions));
  }

  private void require(TenantRule rule, RevisionMap revisions) {
    for (Revision revision : revisions.revisions()) {
      rule.require(revision, NativeChanges.of(bench.engine().dialect()));
    }
  }

  private Settings given() {
    Settings settings = bench.settings();
    if (!settings.tenants().given()) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot find the tenants: there are none")
              .expected("\"tenants\" in " + SettingsLoader.FILE + ": schemas, or a query for them")
              .fix("tenants: [\"tenant_*\"]"));
    }
    return settings;
  }

  private TenantRun tenants(RevisionMap revisions) {
    Settings settings = given();
    return new TenantRun(
        bench.engine(),
        settings.tenants(),
        settings.schemas().isEmpty() ? CONTROL : settings.schemas().get(0),
        revisions,
        tenant -> runner(tenant, revisions));
  }

  private MigrationRunner runner(String tenant, RevisionMap revisions) {
    return new MigrationRunner(
        bench.engine(),
        revisions,
        NativeChanges.of(bench.engine().dialect()),
        bench.options().withDefaultSchema(tenant),
        new HookedListener(ProgressListener.SILENT, bench.extensions()));
  }
}
