package org.aludel.migrations.extension;

/**
 * Decides by object what is compared, after both sides are known. What is refused is left alone on
 * both sides, with its parts.
 *
 * <pre>{@code
 * ObjectFilter noChecks = object -> !object.name().kind().equals("check_constraint");
 * }</pre>
 *
 * Called on one thread, once for each object in one comparison; autogenerate compares several
 * times. Must answer the same for the same object.
 */
@FunctionalInterface
public interface ObjectFilter {
  /** Whether the object is compared. */
  boolean admits(ComparedObject object);
}
