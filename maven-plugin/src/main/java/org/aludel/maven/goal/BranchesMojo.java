package org.aludel.maven.goal;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.BranchesResult;
import org.aludel.migrations.command.RevisionLine;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists where lines of history part and join. Needs no database. Example: {@code mvn orm:branches}
 */
@Mojo(name = "branches", requiresProject = false, aggregator = true, threadSafe = true)
public final class BranchesMojo extends OrmMojo {
  /** Whether each is shown with its file, branch and time. */
  @Parameter(property = "orm.verbose", defaultValue = "false")
  private boolean verbose;

  @Override
  boolean asks(Settings settings) {
    return false;
  }

  @Override
  void run(Work work, Report report) {
    BranchesResult result = work.migrations().branches();
    report.graph().branches(result);
    if (verbose) {
      List<String> ids =
          Stream.concat(
                  result.forks().stream().map(BranchesResult.Fork::point), result.merges().stream())
              .map(RevisionLine::id)
              .toList();
      report.graph().described(work.migrations().showAll(ids));
    }
  }
}
