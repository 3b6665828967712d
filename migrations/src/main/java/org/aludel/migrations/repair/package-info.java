/**
 * What can be wrong between files, bookkeeping and database, and what can be done about each: read
 * {@link org.aludel.migrations.repair.Repair} and {@link org.aludel.migrations.repair.Finding}
 * first. Does only what it is told by name; runs and undoes no revision.
 */
@NullMarked
package org.aludel.migrations.repair;

import org.jspecify.annotations.NullMarked;
