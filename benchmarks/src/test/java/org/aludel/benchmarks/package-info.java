/**
 * Whole processes of ours and of the peers, measured beside each other in one run. Read first:
 * {@link org.aludel.benchmarks.RevisionsProbe}, {@link org.aludel.benchmarks.Contender}.
 */
@NullMarked
package org.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
