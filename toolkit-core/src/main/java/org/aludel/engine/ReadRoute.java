package org.aludel.engine;

import org.aludel.engine.option.ExecutionOptions;

/**
 * Where connections come from whose transactions only read. Thread-safe; given to {@link
 * Engine#withReadRoute}.
 */
@FunctionalInterface
public interface ReadRoute {
  /**
   * A connection for reading.
   *
   * @param primary the engine to fall back to
   * @param options that hold on the connection, read-only among them
   */
  Connection connect(Engine primary, ExecutionOptions options);
}
