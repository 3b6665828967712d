package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Throws away everything in the database and upgrades it from nothing. Only for embedded databases
 * and where the profile says disposable: true. Example: {@code mvn orm:reset -Dorm.profile=dev}
 */
@Mojo(name = "reset", requiresProject = false, aggregator = true, threadSafe = true)
public final class ResetMojo extends OrmMojo {
  @Override
  void run(Work work, Report report) {
    report.ran(work.migrations().reset());
  }
}
