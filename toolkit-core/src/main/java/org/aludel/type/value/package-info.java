/**
 * Values that the database knows and Java has no class for: start with {@link
 * org.aludel.type.value.Range}, {@link org.aludel.type.value.Interval} and {@link
 * org.aludel.type.value.Inet}. Immutable, compared by content, printed as the server reads them.
 * Knows neither types nor JDBC.
 */
@NullMarked
package org.aludel.type.value;

import org.jspecify.annotations.NullMarked;
