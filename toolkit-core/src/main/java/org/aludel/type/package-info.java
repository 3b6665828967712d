/**
 * SQL types: the name a database knows and the way Java values cross JDBC. Start with {@link
 * org.aludel.type.SqlType}, then {@link org.aludel.type.SqlTypes}. Knows no tables and no
 * statements.
 */
@NullMarked
package org.aludel.type;

import org.jspecify.annotations.NullMarked;
