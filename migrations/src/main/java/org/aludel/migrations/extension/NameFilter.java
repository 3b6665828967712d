package org.aludel.migrations.extension;

/**
 * Decides by name what of the database is seen at all. The model is not asked: what it has and the
 * database seems to lack is created.
 *
 * <pre>{@code
 * NameFilter ours = name -> !name.kind().equals("schema") || name.name().startsWith("shop");
 * }</pre>
 *
 * What is hidden takes its parts along: a schema its tables, a table its columns and indexes.
 * Called on one thread, for schemas first; must answer the same for the same name.
 */
@FunctionalInterface
public interface NameFilter {
  /** Whether the comparison sees the object. */
  boolean admits(ComparedName name);
}
