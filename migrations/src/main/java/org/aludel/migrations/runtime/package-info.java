/**
 * Runs revisions on a database: version table, ledger, lock, upgrade, downgrade and stamp. Read
 * {@link org.aludel.migrations.runtime.MigrationRunner} first, then {@link
 * org.aludel.migrations.runtime.RunnerOptions}. What a revision does, what the ledger says of it
 * and the heads of the database are committed together. Knows no Maven and needs no Liquibase.
 */
@NullMarked
package org.aludel.migrations.runtime;

import org.jspecify.annotations.NullMarked;
