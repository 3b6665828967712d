package org.aludel.migrations.step;

import java.util.Set;

/**
 * A step of a revision that is written in Java, for what SQL alone cannot do: values that a library
 * computes, files that are read. A revision file names it, and gives its parameters:
 *
 * <pre>{@code
 * changes:
 *   - customChange: {class: shop.migrations.FillSlugs, params: [{param: {name: length, value: "80"}}]}
 * rollback: []
 * }</pre>
 *
 * <p>It runs in the transaction of its revision, in ours and in plain Liquibase, which finds {@code
 * customChange} of this library on its class path. It must outlive the classes of the application:
 * write SQL or statements over tables of its own, not mapped classes.
 *
 * <p>Subclasses need a public constructor without parameters. One object runs once; it need not be
 * thread-safe.
 */
public abstract class JavaMigration {
  /**
   * Does it, in a transaction that is committed with the revision. What is thrown rolls it back.
   *
   * @param context the connection and the parameters; neither commit nor close
   */
  public abstract void up(StepContext context) throws Exception;

  /**
   * The names of the parameters that a file may give; any other is refused before anything runs.
   * None unless overridden.
   */
  public Set<String> parameters() {
    return Set.of();
  }

  /**
   * Part of the checksum that plain Liquibase keeps of the step, so that it stays the same while
   * the code is only tidied up. Raise it when the step does something else than it did where it has
   * run.
   */
  public int version() {
    return 1;
  }
}
