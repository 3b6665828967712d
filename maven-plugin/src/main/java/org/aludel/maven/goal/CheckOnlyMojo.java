package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * As check, on what was compiled before: for projects without Java and for builds that have just
 * compiled. Example: {@code mvn compile orm:check-only}
 */
@Mojo(
    name = "check-only",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class CheckOnlyMojo extends ModelMojo {
  /** Whether drops that are held back fail the check too. */
  @Parameter(property = "orm.strict", defaultValue = "false")
  private boolean strict;

  @Override
  void runWithModel(Work work, Report report) {
    report.checked(work.migrations().check(strict).orThrow());
  }
}
