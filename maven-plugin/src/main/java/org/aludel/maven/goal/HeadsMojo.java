package org.aludel.maven.goal;

import java.util.List;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.HeadsResult;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the revisions that no other follows; more than one is to be joined by merge. Needs no
 * database. Example: {@code mvn orm:heads}
 */
@Mojo(name = "heads", requiresProject = false, aggregator = true, threadSafe = true)
public final class HeadsMojo extends OrmMojo {
  /** Whether each is shown with its file, branch and time. */
  @Parameter(property = "orm.verbose", defaultValue = "false")
  private boolean verbose;

  @Override
  boolean asks(Settings settings) {
    return false;
  }

  @Override
  void run(Work work, Report report) {
    HeadsResult result = work.migrations().heads();
    report.graph().heads(result);
    if (verbose) {
      List<String> ids = result.heads().stream().map(each -> each.line().id()).toList();
      report.graph().described(work.migrations().showAll(ids));
    }
  }
}
