package org.aludel.maven.goal;

import java.util.List;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.Migrations;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is wrong between files, bookkeeping and database, and what could be done about each;
 * does what orm.fix names and nothing else. Example: {@code mvn orm:repair
 * -Dorm.fix=forget:ae1027a6acf0}
 */
@Mojo(name = "repair", requiresProject = false, aggregator = true, threadSafe = true)
public final class RepairMojo extends OrmMojo {
  /** Names of fixes as the goal shows them, separated by commas; without one it only looks. */
  @Parameter(property = "orm.fix")
  private @Nullable List<String> fix;

  @Override
  void run(Work work, Report report) {
    Migrations migrations = work.migrations();
    report
        .graph()
        .repaired(fix == null || fix.isEmpty() ? migrations.repair() : migrations.repair(fix));
  }
}
