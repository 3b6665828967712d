package org.aludel.migrations.check;

import java.util.Set;
import java.util.TreeSet;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.error.ErrorCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.error.SessionCode;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunResult;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.script.ScriptDirectory;
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
  public void check(Engine engine, ClassLoader application, Policy policy) {
    Answer answer = answer(engine, application);
    Problem problem = answer.problem();
    if (answer.standing() == Standing.NO_REVISIONS) {
      LOG.info("No revisions on the class path: the schema of {} is not checked", engine);
    } else if (answer.standing() == Standing.BEHIND && policy == Policy.UPGRADE) {
      upgrade(engine, application, ClassPathRevisions.find(application));
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
    return answer(engine, application).standing();
  }

  private static Answer answer(Engine engine, ClassLoader application) {
    RevisionIndex index = ClassPathRevisions.find(application);
    if (index.ids().isEmpty()) {
      return new Answer(Standing.NO_REVISIONS, null);
    }
    Problem problem = problem(engine, index);
    if (problem == null) {
      return new Answer(Standing.AT_HEAD, null);
    }
    if (problem.code() == SessionCode.SCHEMA_BEHIND) {
      return new Answer(Standing.BEHIND, problem);
    }
    boolean ahead = problem.code() == SessionCode.SCHEMA_AHEAD;
    return new Answer(ahead ? Standing.AHEAD : Standing.UNKNOWN, problem);
  }

  /**
   * A standing in words.
   *
   * @param problem what is said of it; null where there is nothing to say
   */
  private record Answer(Standing standing, @Nullable Problem problem) {}

  private static void upgrade(Engine engine, ClassLoader application, RevisionIndex index) {
    RevisionMap revisions =
        ScriptDirectory.ofClassPath(application, ScriptDirectory.CLASS_PATH_LOCATION).revisions();
    RunResult result =
        new MigrationRunner(
                engine,
                revisions,
                NativeChanges.of(engine.dialect()),
                RunnerOptions.defaults().withStore(index.store()).withSteps(application),
                ProgressListener.SILENT)
            .upgrade("head");
    LOG.info("Upgraded {} from {} to {}", engine, result.before(), result.heads());
  }

  private static @Nullable Problem problem(Engine engine, RevisionIndex index) {
    String schema = RunnerOptions.defaults().defaultSchema();
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
