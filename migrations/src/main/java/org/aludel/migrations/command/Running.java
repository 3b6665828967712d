package org.aludel.migrations.command;

import org.aludel.dialect.Dialect;
import org.aludel.migrations.config.RunSetting;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.runtime.VersionStore;

/** Settings of runs as the runner understands them. */
final class Running {
  private Running() {}

  /** Where there are tenants, what is compared and run is the template's schema. */
  static RunnerOptions options(Settings settings, Dialect dialect) {
    RunnerOptions options =
        options(settings.running())
            .withArguments(settings.arguments())
            .withDefaultSchema(RunDialect.of(dialect).defaultSchema());
    return settings.tenants().given()
        ? options.withDefaultSchema(settings.tenants().templateSchema())
        : options;
  }

  static RunnerOptions options(RunSetting setting) {
    StepLimits limits =
        new StepLimits(setting.lockTimeout(), setting.lockRetries(), setting.statementTimeout());
    return RunnerOptions.defaults()
        .withStore(store(setting))
        .withLimits(limits)
        .withTogether(setting.together());
  }

  static VersionStore store(RunSetting setting) {
    return new VersionStore(setting.versionSchema(), setting.versionTable());
  }
}
