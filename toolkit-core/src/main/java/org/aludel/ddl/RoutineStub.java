package org.aludel.ddl;

import java.util.Optional;
import org.aludel.schema.DefinedObject;

/**
 * A routine whose body the server has parsed, with an empty text in the place of the body: it needs
 * no other routine, so that of two that call each other one can be made first. Only complete when
 * it is replaced; bodies must go unchecked while it is made.
 */
public final class RoutineStub {
  private RoutineStub() {}

  /**
   * The stub of a routine; empty for a body of text, which needs nothing anyway. Source: PostgreSQL
   * 18, {@code pg_get_functiondef}: the body stands on a line of its own behind the options.
   */
  public static Optional<DefinedObject> of(DefinedObject routine) {
    String definition = routine.definition();
    int language = definition.indexOf("\n LANGUAGE sql");
    if (!routine.reference().kind().isRoutine() || language < 0) {
      return Optional.empty();
    }
    int body = definition.indexOf("\nBEGIN ATOMIC\n", language);
    int simple = definition.indexOf("\nRETURN ", language);
    int end = body < 0 ? simple : simple < 0 ? body : Math.min(body, simple);
    return end < 0
        ? Optional.empty()
        : Optional.of(
            new DefinedObject(
                routine.reference(),
                definition.substring(0, end) + "\nAS ''",
                routine.alterations(),
                routine.comment()));
  }

  /** Whether the first is the stub of the second. */
  public static boolean isStub(DefinedObject stub, DefinedObject routine) {
    return !stub.equals(routine) && of(routine).filter(stub::equals).isPresent();
  }
}
