package org.aludel.migrations.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a statement may wait and work.
 *
 * @param lockTimeout how long it waits for a lock; zero for no limit. What never makes others wait,
 *     such as a concurrent index build, has none
 * @param lockRetries how often a step that did not get its locks is tried again
 * @param statementTimeout how long it may take; zero for no limit; null for an hour in a
 *     transaction and no limit outside one
 */
public record StepLimits(
    Duration lockTimeout, int lockRetries, @Nullable Duration statementTimeout) {}
