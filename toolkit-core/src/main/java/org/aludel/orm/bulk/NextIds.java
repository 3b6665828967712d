package org.aludel.orm.bulk;

import org.aludel.engine.Connection;
import org.aludel.orm.mapping.IdSequence;

/** Where rows in bulk take the ids of a sequence from; a flush takes from the same. */
@FunctionalInterface
public interface NextIds {
  /**
   * Takes new ids by one statement at most.
   *
   * @param count of the ids
   * @return as many, each given to nobody else
   */
  long[] take(Connection connection, IdSequence sequence, int count);
}
