package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.aludel.migrations.authoring.NewRevision;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts one revision in the place of all up to a target, when it is proven to make the same schema,
 * and stamps the database with it. Example: {@code mvn orm:squash -Dorm.to=1975ea83b712}
 */
@Mojo(name = "squash", requiresProject = false, aggregator = true, threadSafe = true)
public final class SquashMojo extends OrmMojo {
  /** The last revision that is replaced: an id or a unique beginning of one, or head. */
  @Parameter(property = "orm.to", defaultValue = "head")
  private String to;

  /** The title of the revision and part of the name of its file. */
  @Parameter(property = "orm.message", defaultValue = "squashed")
  private String message;

  /** The id of the new revision; 12 random hexadecimal digits unless given. */
  @Parameter(property = "orm.id")
  private @Nullable String id;

  /** Whether statements that may change rows may be left out. */
  @Parameter(property = "orm.leave-rows", defaultValue = "false")
  private boolean leaveRows;

  @Override
  void run(Work work, Report report) {
    report
        .graph()
        .squashed(work.migrations().squash(to, NewRevision.of(message).named(id), leaveRows));
  }
}
