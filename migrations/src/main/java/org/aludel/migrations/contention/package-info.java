/**
 * Locks that others hold: how long a statement waits, how often a step is tried again, who is in
 * the way. Read {@link org.aludel.migrations.contention.StepLimits} and {@link
 * org.aludel.migrations.contention.BlockerWatch}. Knows statements and connections, no revisions.
 */
@NullMarked
package org.aludel.migrations.contention;

import org.jspecify.annotations.NullMarked;
