/**
 * SQL as words and signs: what stands in literals, comments and dollar quotes is never taken for
 * SQL. Read first: {@link org.aludel.migrations.lexer.SqlWord}. A lexer, no parser: it knows where
 * a name begins and ends, not what it means.
 */
@NullMarked
package org.aludel.migrations.lexer;

import org.jspecify.annotations.NullMarked;
