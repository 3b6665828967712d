package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the revisions of a branch behind another head, in place of a merge; refuses what the
 * database has applied, and tries the new history in a scratch database. Example: {@code mvn
 * orm:rebase -Dorm.onto=1975ea83b712}
 */
@Mojo(name = "rebase", requiresProject = false, aggregator = true, threadSafe = true)
public final class RebaseMojo extends OrmMojo {
  /** The last revision of the branch that moves; the other head unless given. */
  @Parameter(property = "orm.revision")
  private @Nullable String revision;

  /** The revision that it is put behind; the other head unless given. */
  @Parameter(property = "orm.onto")
  private @Nullable String onto;

  @Override
  boolean asks(Settings settings) {
    return settings.url() != null;
  }

  @Override
  void run(Work work, Report report) {
    report.graph().rebased(work.migrations().rebase(revision, onto));
  }
}
