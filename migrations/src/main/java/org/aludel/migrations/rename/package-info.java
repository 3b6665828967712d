/**
 * Internal: what the server makes of the rename of a type, view, routine, schema or part of one,
 * which it lets follow in everything that it holds as parsed. Read first: {@link
 * org.aludel.migrations.rename.RenamedNames}, {@link org.aludel.migrations.rename.RenamedText}.
 * Bodies of routines that are text are nobody's but their author's and stay as they are.
 */
@NullMarked
package org.aludel.migrations.rename;

import org.jspecify.annotations.NullMarked;
