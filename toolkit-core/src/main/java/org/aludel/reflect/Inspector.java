package org.aludel.reflect;

import org.aludel.schema.MetaData;

/**
 * Reads what a database holds. Bound to one connection and as little thread-safe as that.
 *
 * <pre>{@code
 * MetaData found = connection.inspector().reflect(ReflectOptions.of("public"));
 * }</pre>
 */
public interface Inspector {
  /**
   * Everything that the options admit, sorted by schema and name; columns in table order. Runs at
   * most 15 queries whatever the number of objects, in the connection's transaction or, when there
   * is none, in one of its own; session settings are afterwards as before. What no object of {@code
   * org.aludel.schema} stands for is listed in {@link MetaData#uncovered()}.
   *
   * @throws org.aludel.error.DatabaseException ENGINE-UNSUPPORTED-SERVER for a server that is too
   *     old, ENGINE-PERMISSION where the catalogue may not be read
   */
  MetaData reflect(ReflectOptions options);
}
