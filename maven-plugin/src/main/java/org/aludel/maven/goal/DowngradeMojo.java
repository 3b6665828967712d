package org.aludel.maven.goal;

import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Undoes revisions down to a target, which stays. Example: {@code mvn orm:downgrade -Dorm.to=-1}
 */
@Mojo(name = "downgrade", requiresProject = false, aggregator = true, threadSafe = true)
public final class DowngradeMojo extends OrmMojo {
  /** A revision id or a unique beginning of one, base (undo all), or -1. Must be given. */
  @Parameter(property = "orm.to")
  private @Nullable String to;

  @Override
  void run(Work work, Report report) {
    if (to == null) {
      throw new MavenException(
          Problem.of(MavenCode.MISSING_SETTING, "cannot downgrade: \"orm.to\" is missing")
              .expected("the revision to go back to")
              .fix("mvn orm:downgrade -Dorm.to=-1   or   -Dorm.to=base"));
    }
    report.ran(work.migrations().downgrade(to));
  }
}
