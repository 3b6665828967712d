/**
 * Transactions that are run again when the database breaks them off. Read {@link
 * org.aludel.engine.retry.Retry}.
 */
@NullMarked
package org.aludel.engine.retry;

import org.jspecify.annotations.NullMarked;
