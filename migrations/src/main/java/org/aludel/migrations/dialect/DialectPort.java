package org.aludel.migrations.dialect;

import org.aludel.dialect.Dialect;

/**
 * What a part of the migrations needs of a database beyond its {@link Dialect}. Each port is an
 * interface of the package that needs it; its providers are listed in {@code META-INF/services},
 * stateless and thread-safe.
 */
public interface DialectPort {
  /** Whether this is the provider for a dialect. */
  boolean serves(Dialect dialect);
}
