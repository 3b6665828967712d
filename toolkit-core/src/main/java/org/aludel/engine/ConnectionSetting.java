package org.aludel.engine;

import java.util.List;
import org.aludel.engine.option.ExecutionOptions;

/**
 * What an engine tells each of its connections.
 *
 * @param autocommit whether each statement is committed by itself
 * @param options of the engine
 * @param logValues whether messages may carry values
 * @param cartesian what is done about sources that nothing connects
 * @param listeners in the order in which they are told
 */
record ConnectionSetting(
    boolean autocommit,
    ExecutionOptions options,
    boolean logValues,
    CartesianPolicy cartesian,
    List<ExecutionListener> listeners) {}
