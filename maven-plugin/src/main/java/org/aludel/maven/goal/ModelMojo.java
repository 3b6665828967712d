package org.aludel.maven.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.aludel.maven.project.MappedClasses;
import org.aludel.maven.project.ProjectClassLoader;
import org.aludel.maven.report.Report;
import org.aludel.maven.settings.GoalSettings;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.command.WantedModel;
import org.aludel.migrations.config.Settings;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What goals that look at the model share: where it comes from and what of it counts. */
abstract class ModelMojo extends OrmMojo {
  /** Where the wanted schema comes from: "classes" for mapped classes, or "sql:FILE". */
  @Parameter(property = "orm.model")
  private @Nullable String model;

  /** The folder of SQL files with views, functions and what else classes cannot state. */
  @Parameter(property = "orm.model.objects")
  private @Nullable String objects;

  /** Packages to look into for mapped classes that the annotation processor did not index. */
  @Parameter(property = "orm.model.packages")
  private @Nullable List<String> packages;

  /** Schemas of the database that count; those of the model always do. */
  @Parameter(property = "orm.schemas")
  private @Nullable List<String> schemas;

  /** Objects to leave out on both sides, as in table:qrtz_*. */
  @Parameter(property = "orm.exclude")
  private @Nullable List<String> exclude;

  /**
   * What happens to objects that the model no longer has: none, pending (listed and held back) or
   * allow.
   */
  @Parameter(property = "orm.drops")
  private @Nullable String drops;

  /** Names whose drop is released, as in user_account.nick. */
  @Parameter(property = "orm.drop")
  private @Nullable List<String> drop;

  /** Objects that no revision made: exclude leaves them alone, include treats them as ours. */
  @Parameter(property = "orm.unmanaged")
  private @Nullable String unmanaged;

  /** Renames, as in user_account.name:full_name. */
  @Parameter(property = "orm.rename")
  private @Nullable List<String> rename;

  @Override
  GoalSettings given(GoalSettings settings) {
    return super.given(settings)
        .with("model", model)
        .with("model.objects", objects)
        .with("model.packages", packages)
        .with("schemas", schemas)
        .with("exclude", exclude)
        .with("drops", drops)
        .with("drop", drop)
        .with("unmanaged", unmanaged)
        .with("rename", rename);
  }

  @Override
  final void run(Work work, Report report) {
    if (!needsModel()) {
      runWithModel(work, report);
      return;
    }
    try (ProjectClassLoader loader = ProjectClassLoader.of(runtimeClassPath(work.module()))) {
      Migrations extended =
          work.migrations().extensions(extensions(work.settings()).andLoaded(loader));
      runWithModel(work.with(modelled(work.settings(), loader, extended)), report);
    } catch (IOException notClosed) {
      throw new UncheckedIOException(notClosed);
    }
  }

  private static Migrations modelled(
      Settings settings, ProjectClassLoader loader, Migrations migrations) {
    if (settings.model().sqlFile() != null) {
      return migrations;
    }
    WantedModel model = MappedClasses.in(loader, settings.model().packages());
    return migrations.model(model);
  }

  /** Whether the mapped classes are looked at. */
  boolean needsModel() {
    return true;
  }

  /** One call and one report, with the model at hand. */
  abstract void runWithModel(Work work, Report report);

  private static List<Path> runtimeClassPath(MavenProject module) {
    try {
      return module.getRuntimeClasspathElements().stream().map(Path::of).toList();
    } catch (DependencyResolutionRequiredException notResolved) {
      throw new IllegalStateException("the goal asks Maven to resolve RUNTIME", notResolved);
    }
  }
}
