/**
 * Internal: the rows that a downgrade would lose: counted, refused, kept, and given back. Read
 * first: {@link org.aludel.migrations.loss.LossGuard}. Knows revisions by what they say of
 * themselves; when it is asked is for the runner to decide.
 */
@NullMarked
package org.aludel.migrations.loss;

import org.jspecify.annotations.NullMarked;
