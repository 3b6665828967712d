package org.aludel.migrations.command;

import org.aludel.migrations.config.RunSetting;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.runtime.VersionStore;

/** Settings of runs as the runner understands them. */
final class Running {
  private Running() {}

  static RunnerOptions options(RunSetting setting) {
    StepLimits limits =
        new StepLimits(setting.lockTimeout(), setting.lockRetries(), setting.statementTimeout());
    return RunnerOptions.defaults().withStore(store(setting)).withLimits(limits);
  }

  static VersionStore store(RunSetting setting) {
    return new VersionStore(setting.versionSchema(), setting.versionTable());
  }
}
