/**
 * Java source and SQL files from the schema of a database, so that classes and files together say
 * all of it. Pure: read {@link org.aludel.migrations.reverse.Reversal} first, then {@link
 * org.aludel.migrations.reverse.ReverseFiles}, which is what it gives.
 */
@NullMarked
package org.aludel.migrations.reverse;

import org.jspecify.annotations.NullMarked;
