package org.aludel.maven.goal;

import java.util.List;
import org.aludel.maven.report.Report;
import org.aludel.maven.settings.GoalSettings;
import org.aludel.migrations.authoring.NewRevision;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the first revision of a database that is older than its history: it is tried to give that
 * database from nothing, and the database is stamped with it. Example: {@code mvn orm:baseline}
 */
@Mojo(name = "baseline", requiresProject = false, aggregator = true, threadSafe = true)
public final class BaselineMojo extends OrmMojo {
  /** The title of the revision and part of the name of its file. */
  @Parameter(property = "orm.message", defaultValue = "baseline")
  private String message;

  /** The id of the new revision; 12 random hexadecimal digits unless given. */
  @Parameter(property = "orm.id")
  private @Nullable String id;

  /** Schemas of the database that it covers; public unless given. */
  @Parameter(property = "orm.schemas")
  private @Nullable List<String> schemas;

  /** Objects to leave out, as in table:qrtz_*. */
  @Parameter(property = "orm.exclude")
  private @Nullable List<String> exclude;

  @Override
  GoalSettings given(GoalSettings settings) {
    return super.given(settings).with("schemas", schemas).with("exclude", exclude);
  }

  @Override
  void run(Work work, Report report) {
    report.baselined(work.migrations().baseline(NewRevision.of(message).named(id)));
  }
}
