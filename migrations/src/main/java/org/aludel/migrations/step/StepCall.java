package org.aludel.migrations.step;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.util.Suggestion;

/**
 * A step in Java, ready to be run in one direction.
 *
 * @param parameters by their names
 * @param back whether it is undone
 */
public record StepCall(JavaMigration migration, Map<String, String> parameters, boolean back) {
  public StepCall {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Finds the class of a step.
   *
   * @param source where the file names it, for messages
   * @return empty for a class that is none of ours, which Liquibase may know
   * @throws RevisionException JAVA_STEP when there is no such class, it cannot be made, it has no
   *     such parameter, or cannot be undone and has to be
   */
  public static Optional<StepCall> of(
      ClassLoader loader,
      String name,
      Map<String, String> parameters,
      boolean back,
      String source) {
    Class<?> type = load(loader, name, source);
    if (!JavaMigration.class.isAssignableFrom(type)) {
      return Optional.empty();
    }
    StepCall call = new StepCall(made(type, source), new LinkedHashMap<>(parameters), back);
    call.check(source);
    return Optional.of(call);
  }

  private static Class<?> load(ClassLoader loader, String name, String source) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new RevisionException(
          Problem.of(MigrationCode.JAVA_STEP, "cannot load the class \"" + name + "\" of a step")
              .found(source + ": " + e)
              .expected("the class on the class path of the project, or of the application")
              .fix(
                  "compile the project, correct the name, or take the version of the application"
                      + " that has the class"),
          e);
    }
  }

  private static JavaMigration made(Class<?> type, String source) {
    try {
      return (JavaMigration) type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw unmade(type, source + ": its constructor failed with " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw unmade(type, source + ": " + e, e);
    }
  }

  private static RevisionException unmade(Class<?> type, String found, Exception cause) {
    return new RevisionException(
        Problem.of(
                MigrationCode.JAVA_STEP,
                "cannot make the step \"" + type.getName() + "\" of a revision")
            .found(found)
            .expected(
                "a public class that is not abstract, with a public constructor without"
                    + " parameters")
            .fix("declare public " + type.getSimpleName() + "() {}"),
        cause);
  }

  private void check(String source) {
    Set<String> known = new TreeSet<>(migration.parameters());
    for (String name : new TreeSet<>(parameters.keySet())) {
      if (!known.contains(name)) {
        throw new RevisionException(
            Problem.of(
                    MigrationCode.JAVA_STEP,
                    "cannot give the step \"" + migration.getClass().getName() + "\" a parameter")
                .found(source + ": \"" + name + "\"" + Suggestion.phrase(name, known))
                .expected(known.isEmpty() ? "no parameters" : String.join(", ", known))
                .fix("correct the name, or add it to parameters() of the class"));
      }
    }
    if (back && !(migration instanceof ReversibleJavaMigration)) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.JAVA_STEP,
                  "cannot undo the step \"" + migration.getClass().getName() + "\"")
              .found(source + ": a step without a way back, listed under rollback")
              .expected("a class that extends ReversibleJavaMigration")
              .fix("write down(), or another rollback, or irreversible: \"why\" in the header"));
    }
  }

  /** Whether it commits in parts, and so stands outside a transaction. */
  public boolean committing() {
    return migration instanceof Backfill;
  }

  /** Runs it in its direction. */
  public void run(StepContext context) throws Exception {
    if (back && migration instanceof ReversibleJavaMigration reversible) {
      reversible.down(context);
    } else {
      migration.up(context);
    }
  }
}
