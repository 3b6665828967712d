package org.aludel.engine;

import java.util.List;
import org.aludel.engine.option.ExecutionOptions;

/**
 * A statement that is about to be sent, as listeners see it. Immutable.
 *
 * @param sql the text; a listener before may have changed it
 * @param bindTypes the SQL type names of the bind parameters, in order
 * @param options that hold for it
 */
public record Outgoing(String sql, List<String> bindTypes, ExecutionOptions options) {}
