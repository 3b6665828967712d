package org.aludel.testing;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Databases for an extension of its own, on the server of {@link PostgresTest}: one a JVM, in a
 * container where Docker answers, else embedded.
 */
public final class TestDatabases {
  private TestDatabases() {}

  /**
   * A new, empty database, which the caller closes. The first call of a JVM starts the server.
   *
   * @param label the beginning of its name
   */
  public static TestDatabase create(ExtensionContext context, String label) {
    return PostgresExtension.server(context, 0, false).create(label);
  }
}
