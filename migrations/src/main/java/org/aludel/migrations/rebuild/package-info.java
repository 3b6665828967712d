/**
 * Internal: tables that are made anew because the server cannot alter them into what the model
 * wants: which tables belong together, where their rows go, and whether the rows fit there.
 *
 * <p>Read {@link org.aludel.migrations.rebuild.RebuiltTables} first, then {@link
 * org.aludel.migrations.rebuild.RowRoute} and {@link org.aludel.migrations.rebuild.PartitionFit}.
 * The statements themselves are made in {@code plan}.
 */
@NullMarked
package org.aludel.migrations.rebuild;

import org.jspecify.annotations.NullMarked;
