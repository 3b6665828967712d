package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Runs pending revisions up to a target. Example: {@code mvn orm:upgrade -Dorm.to=+1} */
@Mojo(name = "upgrade", requiresProject = false, aggregator = true, threadSafe = true)
public final class UpgradeMojo extends OrmMojo {
  /** A revision id or a unique beginning of one, head, heads, label@head, or +2. */
  @Parameter(property = "orm.to", defaultValue = "head")
  private String to;

  @Override
  void run(Work work, Report report) {
    report.ran(work.migrations().upgrade(to));
  }
}
