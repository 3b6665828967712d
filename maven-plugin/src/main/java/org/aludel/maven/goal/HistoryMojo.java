package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists all revisions, the newest first, and which are applied. Example: {@code mvn orm:history}
 */
@Mojo(name = "history", requiresProject = false, threadSafe = true)
public final class HistoryMojo extends OrmMojo {
  @Override
  void run(Migrations migrations, Settings settings, Report report) {
    report.history(migrations.history());
  }
}
