/**
 * Statements that cannot run in a transaction, and what they leave behind when they are broken off.
 * Read {@link org.aludel.migrations.leftover.LoneStatement} and {@link
 * org.aludel.migrations.leftover.Leftovers}. Knows SQL text and the catalogue, no revisions.
 */
@NullMarked
package org.aludel.migrations.leftover;

import org.jspecify.annotations.NullMarked;
