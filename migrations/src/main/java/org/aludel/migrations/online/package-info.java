/**
 * Internal: the same difference in steps that do not keep writers out. Read first: {@link
 * org.aludel.migrations.online.OnlinePlan}, then {@code Stage}. Knows operations and their plain
 * statements, not what is found in a database.
 */
@NullMarked
package org.aludel.migrations.online;

import org.jspecify.annotations.NullMarked;
