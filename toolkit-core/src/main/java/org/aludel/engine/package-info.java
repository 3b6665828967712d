/**
 * Connections to a database and what comes back over them. Read {@link org.aludel.engine.Engine}
 * first, then {@link org.aludel.engine.Connection} and {@link org.aludel.engine.Result}. Knows no
 * mapped classes.
 */
@NullMarked
package org.aludel.engine;

import org.jspecify.annotations.NullMarked;
