/**
 * What a migration does, as values: {@link org.aludel.migrations.operation.Operation} and its
 * families. Each operation knows its inverse and carries all that the inverse needs, so a downgrade
 * is computed and never remembered. Knows no SQL, no order and no database.
 */
@NullMarked
package org.aludel.migrations.operation;

import org.jspecify.annotations.NullMarked;
