package org.aludel.compile;

import org.aludel.type.SqlType;

/** Which type stands for another in one database. */
@FunctionalInterface
public interface TypeResolver {
  /**
   * The type whose name is written and by whose codec values cross.
   *
   * @throws org.aludel.error.MappingException REFUSED_TYPE where the database has no such type
   */
  <J> SqlType<J> resolve(SqlType<J> type);
}
