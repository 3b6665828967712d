/**
 * Random pairs of schemas, the second an evolution of the first, and what judges the way between
 * them. Read first: {@link org.aludel.migrations.pair.SchemaPair}, {@link
 * org.aludel.migrations.pair.Draft}, {@link org.aludel.migrations.pair.PairRun}. Knows SQL text
 * only, not how the comparison or the plan work.
 */
@org.jspecify.annotations.NullMarked
package org.aludel.migrations.pair;
