package org.aludel.maven.goal;

import java.util.List;
import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a revision that joins heads, after which there is one head again; it changes nothing in
 * the database. Needs no database. Example: {@code mvn orm:merge -Dorm.message="join billing"}
 */
@Mojo(name = "merge", requiresProject = false, aggregator = true, threadSafe = true)
public final class MergeMojo extends AuthorMojo {
  /** The revisions to join, as in 1975ea83b712,billing@head; all heads unless given. */
  @Parameter(property = "orm.revisions")
  private @Nullable List<String> revisions;

  @Override
  void run(Work work, Report report) {
    List<String> joined = revisions == null ? List.of() : revisions;
    report.written(work.migrations().merge(joined, given(work.base())));
  }
}
