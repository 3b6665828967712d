/**
 * What differs between databases: the {@link org.aludel.dialect.Dialect} contract, what a database
 * can do ({@link org.aludel.dialect.Capability}) and how a dialect is found ({@link
 * org.aludel.dialect.DialectRegistry}). Knows no pool, no connection life cycle and no single
 * database.
 */
@NullMarked
package org.aludel.dialect;

import org.jspecify.annotations.NullMarked;
