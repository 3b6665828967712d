package org.aludel.reflect;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;

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
    MetaData found = reader.read(connection, options);
    HeardColumns heard = new HeardColumns(options.columnListener());
    return found.withTables(found.tables().stream().map(heard::in).toList());
  }

  @Override
  public MetaData tables(ReflectOptions options, TableReflection... wanted) {
    return new ReflectedTables(reflect(options)).of(List.of(wanted));
  }

  @Override
  public Set<ObjectReference> existing(Collection<ObjectReference> wanted) {
    return reader.existing(connection, wanted);
  }
}
