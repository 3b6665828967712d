package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aludel.type.RowReader;

/**
 * Writes what a statement returned into the entities that it wrote, by typed getters. Used for one
 * result.
 *
 * @param <E> the entity class
 */
public final class ReturnedReader<E> implements RowReader<E> {
  private final EntityAccess<E> access;
  private final List<? extends E> entities;
  private final int[] slots;
  private final boolean numbered;
  private int rows;

  private ReturnedReader(
      EntityAccess<E> access, List<? extends E> entities, int[] slots, boolean numbered) {
    this.access = access;
    this.entities = entities;
    this.slots = slots.clone();
    this.numbered = numbered;
  }

  /** Rows that come in the order of the entities. */
  public static <E> ReturnedReader<E> inOrder(
      EntityAccess<E> access, List<? extends E> entities, int[] slots) {
    return new ReturnedReader<>(access, entities, slots, false);
  }

  /** Rows in any order, whose first column is the number of the entity, from 1. */
  public static <E> ReturnedReader<E> numbered(
      EntityAccess<E> access, List<? extends E> entities, int[] slots) {
    return new ReturnedReader<>(access, entities, slots, true);
  }

  @Override
  public E read(ResultSet row) throws SQLException {
    int number = numbered ? row.getInt(1) : ++rows;
    E entity = entities.get(number - 1);
    int column = numbered ? 2 : 1;
    for (int slot : slots) {
      access.readSlot(row, column++, entity, slot);
    }
    return entity;
  }
}
