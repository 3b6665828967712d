/**
 * Statements into SQL text: the contracts that a dialect's compilers fulfil, identifier quoting and
 * literals. Start with {@link org.aludel.compile.DdlCompiler} and {@link
 * org.aludel.compile.IdentifierQuoter}. Knows no connection and no single database.
 */
@NullMarked
package org.aludel.compile;

import org.jspecify.annotations.NullMarked;
