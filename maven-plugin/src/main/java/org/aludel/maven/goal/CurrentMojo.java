package org.aludel.maven.goal;

import org.aludel.maven.report.Report;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows at which revision the database is and what it lacks. Example: {@code mvn orm:current} */
@Mojo(name = "current", requiresProject = false, aggregator = true, threadSafe = true)
public final class CurrentMojo extends OrmMojo {
  @Override
  void run(Work work, Report report) {
    report.current(work.migrations().current());
  }
}
