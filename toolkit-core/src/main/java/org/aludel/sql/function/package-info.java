/**
 * Functions of the database as typed methods, made to be imported statically; any other is {@link
 * org.aludel.sql.Sql#function}. Read {@link org.aludel.sql.function.Aggregates} and {@link
 * org.aludel.sql.function.Windows} first; {@link org.aludel.sql.function.NamedFunction} is how
 * users declare their own. Knows no SQL text but names: all are nodes of the expression tree.
 */
@NullMarked
package org.aludel.sql.function;

import org.jspecify.annotations.NullMarked;
