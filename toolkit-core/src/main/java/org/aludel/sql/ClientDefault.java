package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/**
 * What clients give one column of a table.
 *
 * @param onInsert for an INSERT that leaves it out, or null
 * @param onUpdate for an UPDATE that leaves it out, or null
 */
public record ClientDefault(
    ColumnReference<?> column, @Nullable ClientValue onInsert, @Nullable ClientValue onUpdate) {}
