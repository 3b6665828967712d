package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills an object from a row in which each entity of its lineage has its columns somewhere else.
 *
 * @param <E> the class of the object
 */
public final class LevelsReader<E> implements ColumnsReader<E> {
  /**
   * The columns that one class adds.
   *
   * @param offset of the first of them from the first column of the row, from 0
   */
  public record Level<E>(EntityAccess<? super E> access, int offset) {
    private void read(ResultSet row, int firstColumn, E target) throws SQLException {
      access.readOwn(row, firstColumn + offset, target);
    }
  }

  private final List<Level<E>> levels;

  /** A reader of classes from the top. */
  public LevelsReader(List<Level<E>> levels) {
    this.levels = List.copyOf(levels);
  }

  @Override
  public void read(ResultSet row, int firstColumn, E target) throws SQLException {
    for (Level<E> level : levels) {
      level.read(row, firstColumn, target);
    }
  }
}
