package org.aludel.maven.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.AludelException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.jspecify.annotations.Nullable;

/**
 * Does the same for each of several databases. One that fails does not keep the others from their
 * turn, since they have nothing to do with each other. Not thread-safe.
 */
public final class DatabaseRounds {
  private final Lines out;
  private final Map<String, AludelException> failed = new LinkedHashMap<>();
  private final List<String> done = new ArrayList<>();

  /** Rounds that are told into a log. */
  public DatabaseRounds(Lines out) {
    this.out = out;
  }

  /**
   * A turn.
   *
   * @param database its name; null where there is but one, whose failure is thrown as it is
   */
  public void run(@Nullable String database, Runnable work) {
    if (database == null) {
      work.run();
      return;
    }
    out.line("Database  " + database);
    try {
      work.run();
      done.add(database);
    } catch (AludelException failure) {
      failed.put(database, failure);
      out.line("Failed    " + database + ": " + failure.problem().code().id());
    }
  }

  /**
   * What became of each.
   *
   * @throws RevisionException DATABASES_FAILED naming those that failed
   */
  public void orThrow() {
    if (failed.isEmpty()) {
      return;
    }
    done.forEach(each -> out.line("Done      " + each));
    AludelException first = failed.values().iterator().next();
    if (failed.size() + done.size() == 1) {
      throw first;
    }
    List<String> texts = new ArrayList<>();
    failed.forEach((name, failure) -> texts.add(name + ": " + failure.problem().message()));
    throw new RevisionException(
        Problem.of(
                MigrationCode.DATABASES_FAILED,
                "cannot finish: failed for "
                    + String.join(", ", failed.keySet())
                    + ", done for "
                    + (done.isEmpty() ? "none" : String.join(", ", done)))
            .found(String.join("\n", texts))
            .expected("every database to take the goal")
            .fix(
                "repair what is named and run again; -Dorm.database="
                    + failed.keySet().iterator().next()
                    + " runs one alone"),
        first);
  }
}
