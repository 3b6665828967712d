package org.aludel.maven.goal;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.aludel.error.AludelException;
import org.aludel.maven.report.Lines;
import org.aludel.maven.report.Report;
import org.aludel.migrations.command.HeadsFile;
import org.aludel.migrations.command.PackedDatabase;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.config.SettingsLoader;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the index of revisions into target/classes, so that an application in a jar knows at its
 * start whether the database is at head; one for each database where aludel.yaml has several. Bind
 * it to the build, as orm:init shows; needs no database. Example: {@code mvn package}
 */
@Mojo(name = "index", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class IndexMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * Where revision files lie; src/main/resources/db/migrations unless aludel.yaml says otherwise.
   */
  @Parameter(property = "orm.directory")
  private @Nullable String directory;

  /** The table that holds the heads of the database, where it is not aludel_version. */
  @Parameter(property = "orm.version-table")
  private @Nullable String versionTable;

  /** The schema of that table, where it is not the usual one. */
  @Parameter(property = "orm.version-schema")
  private @Nullable String versionSchema;

  @Override
  public void execute() throws MojoFailureException {
    Path base = project.getBasedir().toPath();
    Path output = Path.of(project.getBuild().getOutputDirectory());
    try {
      List<PackedDatabase> databases =
          SettingsLoader.packed(base, System.getenv(), given()).stream().map(this::packed).toList();
      Report report = new Report(Lines.of(getLog()), base);
      HeadsFile.write(output, databases).forEach(report::indexed);
    } catch (AludelException failure) {
      getLog().debug(failure);
      throw new MojoFailureException(failure.getMessage());
    }
  }

  private PackedDatabase packed(Settings settings) {
    return new PackedDatabase(
        settings.database(),
        settings.directories().stream().flatMap(this::location).toList(),
        settings.running());
  }

  /** Where the build packs a directory; nowhere if it is no resource. */
  private Stream<String> location(Path directory) {
    return project.getResources().stream()
        .map(Resource::getDirectory)
        .map(File::new)
        .map(each -> each.toPath().toAbsolutePath().normalize())
        .filter(directory.toAbsolutePath().normalize()::startsWith)
        .map(each -> each.relativize(directory.toAbsolutePath().normalize()))
        .map(each -> each.toString().replace(File.separatorChar, '/'))
        .limit(1);
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "orm.directory", directory);
    put(given, "orm.version-table", versionTable);
    put(given, "orm.version-schema", versionSchema);
    Properties user = session.getUserProperties();
    user.stringPropertyNames().forEach(name -> given.put(name, user.getProperty(name)));
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }
}
