package org.aludel.engine;

import org.aludel.engine.option.ExecutionOptions;

/**
 * Where a cursor comes from.
 *
 * @param call what was run
 * @param options that hold for it
 * @param runner which ran it
 */
record CursorOrigin(Call call, ExecutionOptions options, StatementRunner runner) {}
