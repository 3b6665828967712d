/**
 * Statements that cannot run in a transaction, and what they leave behind when they are broken off.
 * Read {@link org.aludel.migrations.repair.LoneStatement} and {@link
 * org.aludel.migrations.repair.Leftovers}. Knows SQL text and the catalogue, no revisions.
 */
@NullMarked
package org.aludel.migrations.repair;

import org.jspecify.annotations.NullMarked;
