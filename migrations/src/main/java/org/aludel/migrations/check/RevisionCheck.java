package org.aludel.migrations.check;

import java.util.Set;
import java.util.TreeSet;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.error.ErrorCode;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.error.SessionCode;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.runtime.RunResult;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The check of the session: heads that travel with the application against those of the database.
 * Two statements where both agree. Found by {@link java.util.ServiceLoader}.
 */
public final class RevisionCheck implements SchemaCheck {
  private static final Logger LOG = LoggerFactory.getLogger("org.aludel.migrations");

  /** For the service loader. */
  public RevisionCheck() {}

  @Override
  public void check(Engine engine, Application application, Policy policy) {
    Answer answer = answer(engine, application);
    Problem problem = answer.problem();
    if (answer.standing() == Standing.NO_REVISIONS) {
      LOG.info("No revisions on the class path: the schema of {} is not checked", engine);
    } else if (answer.standing() == Standing.BEHIND && policy == Policy.UPGRADE) {
      upgrade(engine, application.classLoader(), answer.index());
    } else if (problem != null) {
      boolean refused =
          answer.standing() == Standing.UNKNOWN || answer.standing() == Standing.BEHIND;
      if (refused && policy != Policy.WARN) {
        throw new RevisionException(problem);
      }
      LOG.warn("{}", problem.message());
    }
  }

  /**
   * Where a database stands, for a health check or a test; asks it as {@link #check} does and
   * neither logs nor refuses anything.
   *
   * @param application the class loader that sees the application's revisions
   */
  public static Standing standing(Engine engine, ClassLoader application) {
    return answer(engine, new Application(application, null)).standing();
  }

  /**
   * As {@link #standing(Engine, ClassLoader)} for one of several databases.
   *
   * @param database its name in {@code aludel.yaml}
   * @throws RevisionException INVALID_SETTING for a name that is none
   */
  public static Standing standing(Engine engine, ClassLoader application, String database) {
    return answer(engine, new Application(application, database)).standing();
  }

  private static Answer answer(Engine engine, Application application) {
    RevisionIndex index = index(application);
    if (index.ids().isEmpty()) {
      return new Answer(Standing.NO_REVISIONS, null, index);
    }
    Problem problem = problem(engine, index);
    if (problem == null) {
      return new Answer(Standing.AT_HEAD, null, index);
    }
    if (problem.code() == SessionCode.SCHEMA_BEHIND) {
      return new Answer(Standing.BEHIND, problem, index);
    }
    boolean ahead = problem.code() == SessionCode.SCHEMA_AHEAD;
    return new Answer(ahead ? Standing.AHEAD : Standing.UNKNOWN, problem, index);
  }

  /** Without a name the only database is meant; which of several nobody can guess. */
  private static RevisionIndex index(Application application) {
    ClassLoader loader = application.classLoader();
    Set<String> databases = ClassPathRevisions.databases(loader);
    String name = application.database();
    if (name != null && !databases.isEmpty() && !databases.contains(name)) {
      throw unnamed(
          "\"" + name + "\"" + Suggestion.phrase(name, databases), "one of them", databases);
    }
    RevisionIndex index = ClassPathRevisions.find(loader, name);
    if (name != null || !index.ids().isEmpty() || databases.isEmpty()) {
      return index;
    }
    if (databases.size() > 1) {
      throw unnamed("no name", "the name of one", databases);
    }
    return ClassPathRevisions.find(loader, databases.iterator().next());
  }

  private static RevisionException unnamed(String found, String expected, Set<String> databases) {
    return new RevisionException(
        Problem.of(
                MigrationCode.INVALID_SETTING,
                "cannot tell which of the application's databases this is")
            .found(found + " among " + String.join(", ", databases))
            .expected(expected)
            .fix(
                "SessionFactory.of(engine, Base.class, options -> options.database(\""
                    + databases.iterator().next()
                    + "\"))"));
  }

  /**
   * A standing in words.
   *
   * @param problem what is said of it; null where there is nothing to say
   * @param index what the application carries
   */
  private record Answer(Standing standing, @Nullable Problem problem, RevisionIndex index) {}

  private static void upgrade(Engine engine, ClassLoader application, RevisionIndex index) {
    RevisionMap revisions = ScriptDirectory.ofClassPath(application, index.locations()).revisions();
    RunResult result =
        new MigrationRunner(
                engine,
                revisions,
                NativeChanges.of(engine.dialect()),
                RunnerOptions.defaults(engine.dialect())
                    .withStore(index.store())
                    .withSteps(application),
                ProgressListener.SILENT)
            .upgrade("head");
    LOG.info("Upgraded {} from {} to {}", engine, result.before(), result.heads());
  }

  private static @Nullable Problem problem(Engine engine, RevisionIndex index) {
    String schema = RunDialect.of(engine.dialect()).defaultSchema();
    try (Connection connection = engine.connect()) {
      DatabaseRevisions database = new DatabaseRevisions(connection, schema, index.store());
      Set<String> found = database.heads();
      if (found.equals(index.heads())) {
        return null;
      }
      if (index.ids().containsAll(found)) {
        return differing(SessionCode.SCHEMA_BEHIND, engine, found, index)
            .fix("mvn orm:upgrade, or the policy UPGRADE, which does it at the start");
      }
      if (!database.logReadable()) {
        return differing(SessionCode.SCHEMA_AHEAD, engine, found, index)
            .fix("deploy the version that brought it; the role cannot read the log to be sure");
      }
      return database.applied(index.heads()).equals(index.heads())
          ? differing(SessionCode.SCHEMA_AHEAD, engine, found, index)
              .fix("deploy the version that brought what is more")
          : differing(SessionCode.SCHEMA_UNKNOWN, engine, found, index)
              .fix("look whether the URL names the right database");
    }
  }

  private static Problem differing(
      ErrorCode code, Engine engine, Set<String> found, RevisionIndex index) {
    return Problem.of(code, "cannot rely on the schema of \"" + engine + "\"")
        .found(found.isEmpty() ? "no revision" : String.join(", ", new TreeSet<>(found)))
        .expected(String.join(", ", new TreeSet<>(index.heads())));
  }
}
