/**
 * Internal: a table or column under two names for as long as applications of both kinds run. Read
 * first: {@link org.aludel.migrations.handover.TwoNames}, {@link
 * org.aludel.migrations.handover.OldTable}, {@link org.aludel.migrations.handover.Expansion}. What
 * keeps both names in step says so in its comment, so that later comparisons know it again.
 */
@NullMarked
package org.aludel.migrations.handover;

import org.jspecify.annotations.NullMarked;
