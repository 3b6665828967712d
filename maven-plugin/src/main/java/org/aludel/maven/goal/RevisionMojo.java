package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes an empty revision for SQL of your own; as long as nobody fills it in it does nothing.
 * Needs no database. Example: {@code mvn orm:revision -Dorm.message="trim names"}
 */
@Mojo(name = "revision", requiresProject = false, aggregator = true, threadSafe = true)
public final class RevisionMojo extends AuthorMojo {
  /**
   * The revision that it follows: an id or a unique beginning of one, head, label@head, or base for
   * a new line of history.
   */
  @Parameter(property = "orm.head", defaultValue = "head")
  private String head;

  @Override
  void run(Work work, Report report) {
    report.written(work.migrations().revision(given(work.base()).on(head)));
  }
}
