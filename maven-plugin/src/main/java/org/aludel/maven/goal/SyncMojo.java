package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Brings the database to the branch of version control that is checked out: undoes the revisions
 * that the files no longer have, by the text that the database kept, then upgrades to all heads.
 * Rows in what is undone are lost. Example: {@code git switch main && mvn orm:sync}
 */
@Mojo(name = "sync", requiresProject = false, aggregator = true, threadSafe = true)
public final class SyncMojo extends OrmMojo {
  @Override
  void run(Work work, Report report) {
    report.ran(work.migrations().sync());
  }
}
