package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows where files and database stand and what to do next, also where the two do not fit. Example:
 * {@code mvn orm:status}
 */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
public final class StatusMojo extends OrmMojo {
  @Override
  void run(Work work, Report report) {
    if (work.settings().tenants().given()) {
      report.tenantStates(work.migrations().tenants().status());
    } else {
      report.graph().status(work.migrations().status());
    }
  }
}
