package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says that the database is at a revision, without running anything: for a database that had its
 * schema before. Example: {@code mvn orm:stamp -Dorm.to=1975ea83b712}
 */
@Mojo(name = "stamp", requiresProject = false, aggregator = true, threadSafe = true)
public final class StampMojo extends OrmMojo {
  /**
   * A revision id or a unique beginning of one, head, heads, label@head, or base; several separated
   * by commas.
   */
  @Parameter(property = "orm.to", defaultValue = "head")
  private String to;

  /**
   * Whether the database first forgets all that it knows of revisions, those included that no file
   * explains any more.
   */
  @Parameter(property = "orm.purge", defaultValue = "false")
  private boolean purge;

  @Override
  void run(Work work, Report report) {
    if (work.settings().tenants().given()) {
      report.tenants(tenants -> tenants.stamp(to, purge), work.migrations());
    } else {
      report.stamped(work.migrations().stamp(to, purge));
    }
  }
}
