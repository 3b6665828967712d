package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles, then fails with the list when model and revisions differ, or the database is not at
 * head, or has drifted from its revisions. Example: {@code mvn orm:check -Dorm.strict}
 */
@Mojo(
    name = "check",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class CheckMojo extends ModelMojo {
  /** Whether drops that are held back fail the check too. */
  @Parameter(property = "orm.strict", defaultValue = "false")
  private boolean strict;

  @Override
  void runWithModel(Work work, Report report) {
    report.checked(work.migrations().check(strict).orThrow());
  }
}
