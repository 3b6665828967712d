/**
 * Internal: what becomes of the rows when their table changes: nulls that are filled, values that
 * are mapped, and looks before a leap. Read first: {@link org.aludel.migrations.rows.RowRules}.
 * Knows operations; how a plan is made of them stands elsewhere.
 */
@NullMarked
package org.aludel.migrations.rows;

import org.jspecify.annotations.NullMarked;
