package org.aludel.reflect;

import java.sql.Connection;
import org.aludel.schema.MetaData;

/** The part of a dialect that reads its database's catalogue. Stateless and thread-safe. */
public interface CatalogReader {
  /** As {@link Inspector#reflect}, over a JDBC connection that stays open. */
  MetaData read(Connection connection, ReflectOptions options);
}
