package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.runtime.OfflineResult;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs pending revisions up to a target, or writes their SQL as a script for psql. Example: {@code
 * mvn orm:upgrade -Dorm.to=+1}
 */
@Mojo(name = "upgrade", requiresProject = false, aggregator = true, threadSafe = true)
public final class UpgradeMojo extends OrmMojo {
  /**
   * A revision id or a unique beginning of one, head, heads, label@head, +2, label@+1, or id+2;
   * with orm.offline also a range start:end, where current is where the database is.
   */
  @Parameter(property = "orm.to", defaultValue = "head")
  private String to;

  /**
   * Writes the SQL instead of running it: to target/aludel/upgrade.sql, or to the file that is
   * named. Needs no database unless the range begins at current, or tenants have to be asked for;
   * then orm.tenant names the one that it is for.
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
      OfflineFile.of(offline, work.base(), "upgrade").write(script(work, to), report);
    } else if (work.settings().tenants().given()) {
      report.tenants(tenants -> tenants.tagged(tag).upgrade(to), work.migrations());
    } else {
      report.ran(work.migrations().upgrade(to));
      mark.set(work.migrations(), report);
    }
  }

  private static OfflineResult script(Work work, String range) {
    return work.settings().tenants().given()
        ? work.migrations().tenants().upgradeScript(range)
        : work.migrations().upgradeScript(range);
  }
}
