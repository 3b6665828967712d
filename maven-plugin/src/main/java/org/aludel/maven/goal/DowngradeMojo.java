package org.aludel.maven.goal;

import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.aludel.maven.report.Report;
import org.aludel.maven.settings.GoalSettings;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.runtime.OfflineResult;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Undoes revisions down to a target, which stays, or writes the SQL for it as a script for psql.
 * Example: {@code mvn orm:downgrade -Dorm.to=-1}
 */
@Mojo(name = "downgrade", requiresProject = false, aggregator = true, threadSafe = true)
public final class DowngradeMojo extends OrmMojo {
  /**
   * A revision id or a unique beginning of one, base (undo all), -1, or label@base (undo a branch);
   * with orm.offline a range start:end such as head:base. Must be given.
   */
  @Parameter(property = "orm.to")
  private @Nullable String to;

  /**
   * Writes the SQL instead of running it: to target/aludel/downgrade.sql, or to the file that is
   * named. Needs no database unless the range begins at current, or tenants have to be asked for;
   * then orm.tenant names the one that it is for.
   */
  @Parameter(property = "orm.offline")
  private @Nullable String offline;

  /**
   * What becomes of rows that it would lose: refuse, accept, or keep, which copies them to schema
   * aludel_kept, from where the next upgrade of the same revision gives them back.
   */
  @Parameter(property = "orm.lossy")
  private @Nullable String lossy;

  /**
   * A name for where the database is afterwards, kept in the ledger as Liquibase keeps its tags.
   */
  @Parameter(property = "orm.tag")
  private @Nullable String tag;

  @Override
  GoalSettings given(GoalSettings settings) {
    return super.given(settings).with("lossy", lossy);
  }

  @Override
  boolean asks(Settings settings) {
    return OfflineFile.asks(offline, String.valueOf(to), settings);
  }

  @Override
  void run(Work work, Report report) {
    if (to == null) {
      throw new MavenException(
          Problem.of(MavenCode.MISSING_SETTING, "cannot downgrade: \"orm.to\" is missing")
              .expected("the revision to go back to")
              .fix("mvn orm:downgrade -Dorm.to=-1   or   -Dorm.to=base"));
    }
    String target = to;
    TagOption mark = new TagOption(tag);
    if (OfflineFile.wanted(offline)) {
      mark.requireNone();
      OfflineFile.of(offline, work.base(), "downgrade").write(script(work, target), report);
    } else if (work.settings().tenants().given()) {
      report.tenants(tenants -> tenants.tagged(tag).downgrade(target), work.migrations());
    } else {
      report.ran(work.migrations().downgrade(target));
      mark.set(work.migrations(), report);
    }
  }

  private static OfflineResult script(Work work, String range) {
    return work.settings().tenants().given()
        ? work.migrations().tenants().downgradeScript(range)
        : work.migrations().downgradeScript(range);
  }
}
