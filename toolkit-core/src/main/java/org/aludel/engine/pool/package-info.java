/**
 * Where an engine's JDBC connections come from, and who has them. Read {@link
 * org.aludel.engine.pool.PoolOptions} first, then {@link org.aludel.engine.pool.ConnectionSource}.
 * Knows no SQL and no dialect.
 */
@NullMarked
package org.aludel.engine.pool;

import org.jspecify.annotations.NullMarked;
