package org.aludel.maven.goal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.HistoryResult;
import org.aludel.migrations.command.RevisionLine;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists all revisions, the newest first, and which are applied. Example: {@code mvn orm:history}
 */
@Mojo(name = "history", requiresProject = false, aggregator = true, threadSafe = true)
public final class HistoryMojo extends OrmMojo {
  /**
   * Which revisions, as start:end with both ends: each a revision, head, base, current, -2 or +2
   * from where the database is, or nothing for all on that side.
   */
  @Parameter(property = "orm.range", defaultValue = ":")
  private String range;

  /** Whether each revision is shown with its file, branch and time. */
  @Parameter(property = "orm.verbose", defaultValue = "false")
  private boolean verbose;

  @Override
  boolean asks(Settings settings) {
    return settings.url() != null;
  }

  @Override
  void run(Work work, Report report) {
    HistoryResult result = work.migrations().history(range);
    if (verbose) {
      List<String> ids =
          new ArrayList<>(result.revisions().stream().map(RevisionLine::id).toList());
      Collections.reverse(ids);
      report.graph().described(work.migrations().showAll(ids));
    } else {
      report.history(result);
    }
  }
}
