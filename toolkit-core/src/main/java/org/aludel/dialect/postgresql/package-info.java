/**
 * Internal: PostgreSQL 13 to 18. Its compilers, its catalogue reader, its names of types and its
 * errors; users meet them through {@code org.aludel.dialect}.
 */
@NullMarked
package org.aludel.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
