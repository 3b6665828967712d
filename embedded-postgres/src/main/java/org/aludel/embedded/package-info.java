/** A real PostgreSQL behind a JDBC URL: starts it, shares it, stops it. */
@NullMarked
package org.aludel.embedded;

import org.jspecify.annotations.NullMarked;
