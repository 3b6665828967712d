/**
 * The immutable tree of expressions and statements, and the rows that come back. Start with {@link
 * org.aludel.sql.Sql}. Knows no SQL text, no connection and no schema objects.
 */
@NullMarked
package org.aludel.sql;

import org.jspecify.annotations.NullMarked;
