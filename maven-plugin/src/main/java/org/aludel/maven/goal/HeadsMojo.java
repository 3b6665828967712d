package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists the revisions that no other follows; more than one is to be joined by merge. Needs no
 * database. Example: {@code mvn orm:heads}
 */
@Mojo(name = "heads", requiresProject = false, aggregator = true, threadSafe = true)
public final class HeadsMojo extends OrmMojo {
  @Override
  boolean asks(Settings settings) {
    return false;
  }

  @Override
  void run(Work work, Report report) {
    report.graph().heads(work.migrations().heads());
  }
}
