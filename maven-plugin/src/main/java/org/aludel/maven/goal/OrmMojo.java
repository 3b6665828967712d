package org.aludel.maven.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.maven.project.ReactorTarget;
import org.aludel.maven.project.StepClasses;
import org.aludel.maven.report.DatabaseRounds;
import org.aludel.maven.report.Lines;
import org.aludel.maven.report.Report;
import org.aludel.maven.report.RunLines;
import org.aludel.maven.settings.DatabaseDoor;
import org.aludel.maven.settings.GoalSettings;
import org.aludel.maven.settings.ModuleConfiguration;
import org.aludel.maven.settings.ServerCredentials;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.extension.Extensions;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals on a database share: where it is, where the revisions are, how failures look. */
abstract class OrmMojo extends AbstractMojo {
  /** Properties that goals read themselves; every other {@code orm.*} must be a known setting. */
  private static final List<String> OWN =
      List.of(
          "goal",
          "strict",
          "revision",
          "revisions",
          "head",
          "splice",
          "branch",
          "depends",
          "id",
          "into",
          "onto",
          "purge",
          "offline",
          "from",
          "history",
          "against",
          "fix",
          "check-heads",
          "range",
          "verbose",
          "tag",
          "seed",
          "rows",
          "force",
          "leave-rows",
          "package",
          "names",
          "prefixes",
          "suffixes",
          "inverse",
          "overwrite",
          "dry-run");

  /** The database: postgresql://host/name, a jdbc: URL, or embedded:postgresql:directory. */
  @Parameter(property = "orm.url")
  private @Nullable String url;

  /** The database's user; without it the URL, PGUSER or the driver decides. */
  @Parameter(property = "orm.user")
  private @Nullable String user;

  /**
   * The user's password. Better kept in settings.xml, ALUDEL_PASSWORD or ~/.pgpass: Maven's own -X
   * shows what is typed or stands in the POM.
   */
  @Parameter(property = "orm.password")
  private @Nullable String password;

  /** The id of a server in settings.xml that holds user and password, encrypted or not. */
  @Parameter(property = "orm.server")
  private @Nullable String server;

  /**
   * Where revision files lie; src/main/resources/db/migrations unless aludel.yaml says otherwise.
   */
  @Parameter(property = "orm.directory")
  private @Nullable String directory;

  /** The environment among the profiles of aludel.yaml, such as prod. */
  @Parameter(property = "orm.profile")
  private @Nullable String profile;

  /** Which of the databases under "databases" in aludel.yaml; all unless given. */
  @Parameter(property = "orm.database")
  private @Nullable List<String> database;

  /** Which of the tenants under "tenants" in aludel.yaml; all unless given. */
  @Parameter(property = "orm.tenant")
  private @Nullable List<String> tenant;

  /** The table that holds the heads of the database; aludel_version unless said otherwise. */
  @Parameter(property = "orm.version-table")
  private @Nullable String versionTable;

  /** The schema of that table and of the rest of the bookkeeping; public unless said otherwise. */
  @Parameter(property = "orm.version-schema")
  private @Nullable String versionSchema;

  /** How long a statement waits for a lock before its step is tried again: 5s, 500ms, 0 (ever). */
  @Parameter(property = "orm.lock-timeout")
  private @Nullable String lockTimeout;

  /** How often a step that did not get its locks is tried again; 8 unless said otherwise. */
  @Parameter(property = "orm.lock-retries")
  private @Nullable String lockRetries;

  /** How long a statement may take: 30s, 2h, 0 (ever); an hour in a transaction otherwise. */
  @Parameter(property = "orm.statement-timeout")
  private @Nullable String statementTimeout;

  /**
   * Whether each revision has a transaction of its own ("revision", which is usual), or all
   * revisions of a run share one ("all"): then a failure leaves none of them.
   */
  @Parameter(property = "orm.transaction")
  private @Nullable String transaction;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Inject private SettingsDecrypter decrypter;

  @Inject private ProjectDependenciesResolver dependencies;

  @Override
  public final void execute() throws MojoFailureException {
    try {
      for (MavenProject module : new ReactorTarget(session.getProjects()).modules()) {
        run(module);
      }
    } catch (AludelException failure) {
      getLog().debug(failure);
      throw new MojoFailureException(failure.getMessage());
    }
  }

  private void run(MavenProject module) {
    Path base = base(module);
    List<Settings> databases =
        (module.equals(project) ? given(new GoalSettings()) : ModuleConfiguration.of(module))
            .withCommandLine(session.getUserProperties(), OWN)
            .load(base, System.getenv(), new ServerCredentials(session.getSettings(), decrypter));
    Lines lines = Lines.of(getLog());
    if (session.getProjects().size() > 1) {
      lines.line("Module    " + module.getArtifactId());
    }
    DatabaseRounds rounds = new DatabaseRounds(lines);
    for (Settings settings : databases) {
      rounds.run(settings.database(), () -> run(module, base, settings, lines));
    }
    rounds.orThrow();
  }

  private void run(MavenProject module, Path base, Settings settings, Lines lines) {
    boolean connected = asks(settings);
    try (Engine engine =
            connected ? DatabaseDoor.open(settings, base) : DatabaseDoor.closed(settings, base);
        StepClasses steps = new StepClasses(module, session, dependencies)) {
      Migrations migrations =
          Migrations.of(engine, settings)
              .stepsOf(steps)
              .listener(new RunLines(lines))
              .extensions(extensions(settings));
      run(
          new Work(
              module, base, settings, connected ? migrations : unconnected(migrations, settings)),
          new Report(lines, base));
    } catch (IOException notClosed) {
      throw new UncheckedIOException(notClosed);
    }
  }

  /** What the plugin's own dependencies add; they are there for goals without a project, too. */
  static Extensions extensions(Settings settings) {
    return Extensions.none()
        .arguments(settings.arguments())
        .andLoaded(OrmMojo.class.getClassLoader());
  }

  private static Migrations unconnected(Migrations migrations, Settings settings) {
    String obstacle = DatabaseDoor.obstacle(settings);
    return obstacle == null ? migrations.withoutDatabase() : migrations.withoutServer(obstacle);
  }

  /** Adds the goal's parameters to what it was given. */
  GoalSettings given(GoalSettings settings) {
    return settings
        .with("url", url)
        .with("user", user)
        .with("password", password)
        .with("server", server)
        .with("directory", directory)
        .with("profile", profile)
        .with("database", database)
        .with("tenant", tenant)
        .with("version-table", versionTable)
        .with("version-schema", versionSchema)
        .with("lock-timeout", lockTimeout)
        .with("lock-retries", lockRetries)
        .with("statement-timeout", statementTimeout)
        .with("transaction", transaction);
  }

  /** Whether the goal asks the database; one that works on files needs none. */
  boolean asks(Settings settings) {
    return true;
  }

  /** One call and one report. */
  abstract void run(Work work, Report report);

  /**
   * What a goal works on.
   *
   * @param module whose database it is
   * @param base the module's directory
   */
  record Work(MavenProject module, Path base, Settings settings, Migrations migrations) {
    /** The same with other commands. */
    Work with(Migrations value) {
      return new Work(module, base, settings, value);
    }
  }

  /** The module's directory; where Maven was started when there is no project. */
  private Path base(MavenProject module) {
    return module.getBasedir() == null
        ? Path.of(session.getExecutionRootDirectory())
        : module.getBasedir().toPath();
  }
}
