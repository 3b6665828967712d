package org.aludel.maven.goal;

import java.nio.file.Path;
import org.aludel.maven.project.OutputFile;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.CheckResult;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that check. They leave their answers in target/aludel/check.json. */
abstract class CheckingMojo extends ModelMojo {
  /** Whether drops that are held back fail the check too. */
  @Parameter(property = "orm.strict", defaultValue = "false")
  private boolean strict;

  /**
   * Whether every revision is run as well: in scratch databases, from nothing to the heads with
   * rows in the tables, and down again, each downgrade to the schema before it.
   */
  @Parameter(property = "orm.history", defaultValue = "false")
  private boolean history;

  @Override
  final boolean asks(Settings settings) {
    return settings.url() != null;
  }

  @Override
  final void runWithModel(Work work, Report report) {
    Path answers = work.base().resolve("target/aludel/check.json");
    OutputFile.delete(answers);
    CheckResult result =
        history ? work.migrations().checkHistory(strict) : work.migrations().check(strict);
    OutputFile.write(answers, result.toJson());
    report.checked(result);
    result.orThrow();
  }
}
