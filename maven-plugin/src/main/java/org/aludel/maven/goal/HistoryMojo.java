package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists all revisions, the newest first, and which are applied. Example: {@code mvn orm:history}
 */
@Mojo(name = "history", requiresProject = false, aggregator = true, threadSafe = true)
public final class HistoryMojo extends OrmMojo {
  @Override
  void run(Work work, Report report) {
    report.history(work.migrations().history());
  }
}
