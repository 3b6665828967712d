package org.aludel.migrations.runtime;

import java.io.IOException;
import org.aludel.migrations.step.JavaMigration;
import org.aludel.migrations.step.StepContext;

/** A user's step that does something and fails, and has no way back. */
public final class FailingStep extends JavaMigration {
  /** For revision files. */
  public FailingStep() {}

  @Override
  public void up(StepContext context) throws IOException {
    context.connection().update("INSERT INTO post VALUES (9, 'nine')");
    throw new IOException("no such file");
  }
}
