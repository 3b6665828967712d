/**
 * The immutable tree of expressions and statements, and the rows that come back. Start with {@link
 * org.aludel.sql.Sql}, then {@link org.aludel.sql.Query} for what can be read and {@link
 * org.aludel.sql.FromItem} for what stands in FROM. Knows no SQL text, no connection and no schema
 * objects.
 */
@NullMarked
package org.aludel.sql;

import org.jspecify.annotations.NullMarked;
