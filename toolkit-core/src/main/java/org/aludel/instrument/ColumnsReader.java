package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Fills the basic slots of an object from columns of a row.
 *
 * @param <E> the class of the object
 */
@FunctionalInterface
public interface ColumnsReader<E> {
  /**
   * Fills them by typed getters; the columns begin at a 1-based position. An id of class long or
   * Long is left alone.
   */
  void read(ResultSet row, int firstColumn, E target) throws SQLException;
}
