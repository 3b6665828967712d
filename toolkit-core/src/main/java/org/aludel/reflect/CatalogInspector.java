package org.aludel.reflect;

import java.sql.Connection;
import org.aludel.schema.MetaData;

/**
 * The inspector over a JDBC connection and the catalogue reader of its dialect. Does not close the
 * connection; not thread-safe.
 */
public final class CatalogInspector implements Inspector {
  private final Connection connection;
  private final CatalogReader reader;

  public CatalogInspector(Connection connection, CatalogReader reader) {
    this.connection = connection;
    this.reader = reader;
  }

  @Override
  public MetaData reflect(ReflectOptions options) {
    return reader.read(connection, options);
  }
}
