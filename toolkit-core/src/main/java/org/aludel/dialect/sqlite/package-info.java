/**
 * SQLite 3.39 and later over sqlite-jdbc. Start with {@link
 * org.aludel.dialect.sqlite.SqliteDialect}; {@code SqliteTypes} says how values are kept, {@code
 * SqliteTableText} reads the tables back.
 */
@NullMarked
package org.aludel.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
