/**
 * What differs between two schemas, as operations: {@link
 * org.aludel.migrations.compare.Comparison}, what it is told ({@link
 * org.aludel.migrations.compare.CompareOptions}) and what it answers ({@link
 * org.aludel.migrations.compare.Differences}). One comparator an aspect; each takes values and
 * returns values. Knows no database, no SQL text beyond equality and no order of execution.
 */
@NullMarked
package org.aludel.migrations.compare;

import org.jspecify.annotations.NullMarked;
