package org.aludel.migrations.extension;

import java.util.function.Supplier;
import org.aludel.error.AludelException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/** Calls code of users: what it throws is told with the class that threw it. */
final class ExtensionCall {
  private ExtensionCall() {}

  /**
   * @param about what the code was asked about
   * @throws RevisionException EXTENSION_FAILED for any exception that has no code of its own
   */
  static <T> T ask(Object extension, Object about, Supplier<T> call) {
    try {
      return call.get();
    } catch (AludelException coded) {
      throw coded;
    } catch (RuntimeException failure) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.EXTENSION_FAILED,
                  "cannot go on: the extension \""
                      + extension.getClass().getName()
                      + "\" failed at \""
                      + about
                      + "\"")
              .found(failure.toString())
              .expected("an extension that bears every object")
              .fix("correct the class; its stack trace is shown with mvn -X"),
          failure);
    }
  }
}
