package org.aludel.migrations.step;

/** A step in Java that can also be listed under {@code rollback:}, where {@link #down} is run. */
public abstract class ReversibleJavaMigration extends JavaMigration {
  /** Undoes it, as {@link #up} does it. */
  public abstract void down(StepContext context) throws Exception;
}
