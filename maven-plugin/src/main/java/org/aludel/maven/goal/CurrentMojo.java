package org.aludel.maven.goal;

import java.util.List;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.CurrentResult;
import org.aludel.migrations.command.RevisionLine;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows at which revision the database is and what it lacks. Example: {@code mvn orm:current} */
@Mojo(name = "current", requiresProject = false, aggregator = true, threadSafe = true)
public final class CurrentMojo extends OrmMojo {
  /** Whether the goal fails where the database is not at all heads of the files. */
  @Parameter(property = "orm.check-heads", defaultValue = "false")
  private boolean checkHeads;

  /** Whether each revision that it is at is shown with its file, branch and time. */
  @Parameter(property = "orm.verbose", defaultValue = "false")
  private boolean verbose;

  @Override
  void run(Work work, Report report) {
    CurrentResult result = work.migrations().current();
    report.current(result);
    if (verbose) {
      List<String> ids = result.current().stream().map(RevisionLine::id).toList();
      report.graph().described(work.migrations().showAll(ids));
    }
    if (checkHeads) {
      result.orThrow();
    }
  }
}
