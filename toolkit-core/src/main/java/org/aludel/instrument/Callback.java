package org.aludel.instrument;

import java.lang.invoke.MethodHandle;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;

/** One method that is called at an event of an object. Immutable. */
public final class Callback {
  private final String name;
  private final MethodHandle handle;

  Callback(String name, MethodHandle handle) {
    this.name = name;
    this.handle = handle;
  }

  /**
   * Calls it; unchecked exceptions of the method are thrown as they are.
   *
   * @throws UsageException with {@code HOOK} for a checked exception
   */
  public void call(Object entity) {
    try {
      handle.invokeExact(entity);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new UsageException(
          Problem.of(SessionCode.HOOK, "cannot go on after the callback \"" + name + "\"")
              .found(failure.toString())
              .fix("mend what the method reports, or throw an unchecked exception"),
          failure);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
