package org.aludel.migrations.runtime;

import org.aludel.migrations.step.JavaMigration;
import org.aludel.migrations.step.StepContext;

/** Writes down what the run was told. */
public final class NoteRegion extends JavaMigration {
  @Override
  public void up(StepContext context) {
    context
        .connection()
        .update("UPDATE post SET slug = ?", context.argument("region").orElse("untold"));
  }
}
