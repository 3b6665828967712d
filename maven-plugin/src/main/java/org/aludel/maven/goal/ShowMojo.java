package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows a revision whole: its header, its SQL up and down, and with a database whether it is
 * applied. Example: {@code mvn orm:show -Dorm.revision=1975ea83b712}
 */
@Mojo(name = "show", requiresProject = false, aggregator = true, threadSafe = true)
public final class ShowMojo extends OrmMojo {
  /** A revision id or a unique beginning of one, head, heads, label@head, or current. */
  @Parameter(property = "orm.revision", defaultValue = "heads")
  private String revision;

  @Override
  boolean asks(Settings settings) {
    return settings.url() != null;
  }

  @Override
  void run(Work work, Report report) {
    report.graph().shown(work.migrations().show(revision));
  }
}
