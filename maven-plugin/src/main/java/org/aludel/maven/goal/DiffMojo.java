package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists what leads from one schema to another: databases, files of SQL, states of the revisions,
 * the mapped classes. Changes nothing. Example: {@code mvn orm:diff -Dorm.to=revisions}
 */
@Mojo(
    name = "diff",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DiffMojo extends ModelMojo {
  /** database, model, revisions, revisions:(symbol), sql:FILE, or the URL of a database. */
  @Parameter(property = "orm.from", defaultValue = "database")
  private String from;

  /** As orm.from. */
  @Parameter(property = "orm.to", defaultValue = "model")
  private String to;

  @Override
  boolean needsModel() {
    return from.equals("model") || to.equals("model");
  }

  @Override
  void runWithModel(Work work, Report report) {
    report.compared(work.migrations().diff(from, to, work.base()));
  }
}
