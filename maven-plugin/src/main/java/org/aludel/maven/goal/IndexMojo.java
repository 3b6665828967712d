package org.aludel.maven.goal;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.aludel.error.AludelException;
import org.aludel.maven.report.Lines;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.HeadsFile;
import org.aludel.migrations.config.RunSetting;
import org.aludel.migrations.config.SettingsLoader;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

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

  /** The table that holds the heads of the database, where it is not aludel_version. */
  @Parameter(property = "orm.version-table")
  private @Nullable String versionTable;

  /** The schema of that table, where it is not the usual one. */
  @Parameter(property = "orm.version-schema")
  private @Nullable String versionSchema;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Override
  public void execute() throws MojoFailureException {
    try {
      Report report = new Report(Lines.of(getLog()), directory.toPath());
      report.indexed(HeadsFile.write(output.toPath(), running()));
    } catch (AludelException failure) {
      getLog().debug(failure);
      throw new MojoFailureException(failure.getMessage());
    }
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }

  private RunSetting running() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "orm.version-table", versionTable);
    put(given, "orm.version-schema", versionSchema);
    Properties user = session.getUserProperties();
    user.stringPropertyNames().forEach(name -> given.put(name, user.getProperty(name)));
    return SettingsLoader.running(directory.toPath(), System.getenv(), given);
  }
}
