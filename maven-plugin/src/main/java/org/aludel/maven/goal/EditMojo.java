package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the path of a revision's file, to open it in an editor, and says whether it may still be
 * changed. Example: {@code mvn orm:edit -Dorm.revision=head}
 */
@Mojo(name = "edit", requiresProject = false, aggregator = true, threadSafe = true)
public final class EditMojo extends OrmMojo {
  /** A revision id or a unique beginning of one, head, heads, label@head, or current. */
  @Parameter(property = "orm.revision", defaultValue = "head")
  private String revision;

  @Override
  boolean asks(Settings settings) {
    return settings.url() != null;
  }

  @Override
  void run(Work work, Report report) {
    report.graph().files(work.migrations().show(revision));
  }
}
