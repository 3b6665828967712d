package org.aludel.orm.metamodel;

import org.aludel.sql.ColumnReference;
import org.aludel.type.SqlType;

/**
 * A column of a reference's foreign key, named after the id attribute whose values it holds: {@code
 * BOOK.author.id} is the column {@code author_id} of the book. Usable wherever a column is.
 *
 * @param <V> the class of the id attribute
 */
public final class KeyColumn<V> extends ColumnReference<V> {
  private final ToOne<?, ?> reference;
  private final String id;
  private final String targetColumn;

  KeyColumn(ToOne<?, ?> reference, String id, String column, String target, SqlType<V> type) {
    super(reference.table(), column, type);
    this.reference = reference;
    this.id = id;
    this.targetColumn = target;
  }

  /** Whose foreign key it belongs to. */
  public ToOne<?, ?> reference() {
    return reference;
  }

  /** The name of the id attribute in the class that is referred to. */
  public String id() {
    return id;
  }

  /** The column of that id attribute in the table that is referred to. */
  public String targetColumn() {
    return targetColumn;
  }

  @Override
  public String toString() {
    return reference + "." + id;
  }
}
