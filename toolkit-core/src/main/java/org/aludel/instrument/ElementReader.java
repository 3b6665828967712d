package org.aludel.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of collections, and whose they are where no attribute of theirs tells.
 *
 * @param <C> the class of the elements
 */
public final class ElementReader<C> implements RowReader<ElementReader.Element<C>> {
  /**
   * One element.
   *
   * @param ownerKey null where an attribute of the element has the owner
   */
  public record Element<C>(C entity, @Nullable Object ownerKey) {}

  private final RowReader<@Nullable C> entities;
  private final EntityReader.@Nullable Key ownerKey;

  /**
   * A reader for rows that begin with an element.
   *
   * @param ownerKey where the key of its owner is, counted from the first column; or null
   */
  public ElementReader(RowReader<@Nullable C> entities, EntityReader.@Nullable Key ownerKey) {
    this.entities = entities;
    this.ownerKey = ownerKey;
  }

  @Override
  public Element<C> read(ResultSet row) throws SQLException {
    C entity = Objects.requireNonNull(entities.read(row), "an element has an id");
    return new Element<>(entity, ownerKey == null ? null : ownerKey.read(row, 1));
  }
}
