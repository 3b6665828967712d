package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows at which revision the database is and what it lacks. Example: {@code mvn orm:current} */
@Mojo(name = "current", requiresProject = false, threadSafe = true)
public final class CurrentMojo extends OrmMojo {
  @Override
  void run(Migrations migrations, Settings settings, Report report) {
    report.current(migrations.current());
  }
}
