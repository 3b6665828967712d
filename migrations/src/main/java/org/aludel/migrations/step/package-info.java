/**
 * Steps of revisions that are written in Java, and the one that is ready to use, a backfill. Read
 * {@link org.aludel.migrations.step.JavaMigration} and {@link org.aludel.migrations.step.Backfill}.
 * Knows nothing of revision files, of the runner or of Liquibase, which both run what is here.
 */
@NullMarked
package org.aludel.migrations.step;

import org.jspecify.annotations.NullMarked;
