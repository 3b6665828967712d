package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows for development and tests into the database: those of the files in src/main/seed, and
 * generated ones into tables that are empty. Only for embedded databases and where the profile says
 * disposable: true, unless orm.force names the database. Example: {@code mvn orm:seed
 * -Dorm.rows=20}
 */
@Mojo(name = "seed", requiresProject = false, aggregator = true, threadSafe = true)
public final class SeedMojo extends OrmMojo {
  /** The folder of the files; those for one profile lie in a subfolder of its name. */
  @Parameter(property = "orm.seed", defaultValue = "src/main/seed")
  private String seed;

  /** How many generated rows each table gets that is still empty; at most 10,000. */
  @Parameter(property = "orm.rows", defaultValue = "0")
  private int rows;

  /** The name of the profile or of the database that is meant although it is not disposable. */
  @Parameter(property = "orm.force")
  private @Nullable String force;

  @Override
  void run(Work work, Report report) {
    report.seeded(work.migrations().seed(work.base().resolve(seed), rows, force));
  }
}
