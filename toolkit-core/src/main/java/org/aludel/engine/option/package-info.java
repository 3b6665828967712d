/**
 * How statements are run, as values that an engine, a connection and a statement each may state.
 * Read {@link org.aludel.engine.option.ExecutionOptions} first. Knows no connection.
 */
@NullMarked
package org.aludel.engine.option;

import org.jspecify.annotations.NullMarked;
