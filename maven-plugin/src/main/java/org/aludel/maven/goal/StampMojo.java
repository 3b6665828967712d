package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.runtime.OfflineResult;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

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

  /**
   * Writes the SQL instead of running it: to target/aludel/stamp.sql, or to the file that is named;
   * orm.to is then a range start:end, or the end alone for a database at the base.
   */
  @Parameter(property = "orm.offline")
  private @Nullable String offline;

  /**
   * A name for where the database is afterwards, kept in the ledger as Liquibase keeps its tags.
   */
  @Parameter(property = "orm.tag")
  private @Nullable String tag;

  @Override
  boolean asks(Settings settings) {
    return OfflineFile.asks(offline, to, settings);
  }

  @Override
  void run(Work work, Report report) {
    TagOption mark = new TagOption(tag);
    if (OfflineFile.wanted(offline)) {
      mark.requireNone();
      OfflineFile.of(offline, work.base(), "stamp").write(script(work, to), report);
    } else if (work.settings().tenants().given()) {
      report.tenants(tenants -> tenants.tagged(tag).stamp(to, purge), work.migrations());
    } else {
      report.stamped(work.migrations().stamp(to, purge));
      mark.set(work.migrations(), report);
    }
  }

  private static OfflineResult script(Work work, String range) {
    return work.settings().tenants().given()
        ? work.migrations().tenants().stampScript(range)
        : work.migrations().stampScript(range);
  }
}
