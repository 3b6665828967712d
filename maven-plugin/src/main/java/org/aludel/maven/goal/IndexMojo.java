package org.aludel.maven.goal;

import java.io.File;
import org.aludel.error.AludelException;
import org.aludel.maven.report.Lines;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.HeadsFile;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the index of revisions into target/classes, so that an application in a jar knows at its
 * start whether the database is at head. Bind it to the build, as orm:init shows; needs no
 * database. Example: {@code mvn package}
 */
@Mojo(name = "index", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class IndexMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  private File output;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File directory;

  @Override
  public void execute() throws MojoFailureException {
    try {
      Report report = new Report(Lines.of(getLog()), directory.toPath());
      report.indexed(HeadsFile.write(output.toPath()));
    } catch (AludelException failure) {
      getLog().debug(failure);
      throw new MojoFailureException(failure.getMessage());
    }
  }
}
