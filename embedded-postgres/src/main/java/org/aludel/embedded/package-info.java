/**
 * A real PostgreSQL behind a JDBC URL: starts it, shares it among processes, stops it. Read {@link
 * EmbeddedDriver} for the URL, {@link EmbeddedPostgres} for the API, then {@code Membership} for
 * how processes share one server. Knows JDBC only: nothing of the toolkit.
 */
@NullMarked
package org.aludel.embedded;

import org.jspecify.annotations.NullMarked;
