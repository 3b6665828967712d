package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists where lines of history part and join. Needs no database. Example: {@code mvn orm:branches}
 */
@Mojo(name = "branches", requiresProject = false, aggregator = true, threadSafe = true)
public final class BranchesMojo extends OrmMojo {
  @Override
  boolean asks(Settings settings) {
    return false;
  }

  @Override
  void run(Work work, Report report) {
    report.graph().branches(work.migrations().branches());
  }
}
