package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes the tables that Aludel keeps in the database, and nothing else: where a role with more
 * rights has to make them. Example: {@code mvn orm:ensure-version -Dorm.server=dba}
 */
@Mojo(name = "ensure-version", requiresProject = false, aggregator = true, threadSafe = true)
public final class EnsureVersionMojo extends OrmMojo {
  @Override
  void run(Work work, Report report) {
    report.ensured(work.migrations().ensureVersion());
  }
}
