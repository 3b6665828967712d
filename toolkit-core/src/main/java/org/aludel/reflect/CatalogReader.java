package org.aludel.reflect;

import java.sql.Connection;
import java.util.Collection;
import java.util.Set;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;

/** The part of a dialect that reads its database's catalogue. Stateless and thread-safe. */
public interface CatalogReader {
  /** As {@link Inspector#reflect}, over a JDBC connection that stays open. */
  MetaData read(Connection connection, ReflectOptions options);

  /** As {@link Inspector#existing}, over a JDBC connection that stays open. */
  Set<ObjectReference> existing(Connection connection, Collection<ObjectReference> wanted);
}
