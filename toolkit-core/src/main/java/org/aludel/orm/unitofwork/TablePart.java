package org.aludel.orm.unitofwork;

import java.util.BitSet;
import java.util.List;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a class that lie in one table: all of them, unless the tables of a hierarchy are
 * joined. Immutable and thread-safe; compared by identity.
 */
final class TablePart<E> {
  private final TableLayout<E> layout;
  private final QualifiedName table;
  private final List<Column> key;
  private final @Nullable BitSet numbers;
  private final boolean first;

  /**
   * A part.
   *
   * @param key the columns of the primary key in the order of the id
   * @param numbers of the layout's columns that lie here; null for all
   * @param first whether it is the table of the root, which has the version
   */
  TablePart(
      TableLayout<E> layout,
      QualifiedName table,
      List<Column> key,
      @Nullable BitSet numbers,
      boolean first) {
    this.layout = layout;
    this.table = table;
    this.key = List.copyOf(key);
    this.numbers = numbers;
    this.first = first;
  }

  EntityModel<E> model() {
    return layout.model();
  }

  QualifiedName table() {
    return table;
  }

  List<Column> key() {
    return key;
  }

  /** Those of a set of the layout's columns that lie here. */
  BitSet only(BitSet columns) {
    if (numbers == null) {
      return columns;
    }
    BitSet own = (BitSet) columns.clone();
    own.and(numbers);
    return own;
  }

  List<ColumnSource> sources(BitSet columns) {
    return layout.sources(columns);
  }

  /** The basic attributes that an INSERT of these columns must read back. */
  BitSet returnedByInsert(BitSet columns) {
    return only(layout.returnedByInsert(columns));
  }

  /** The basic attributes that an UPDATE must read back. */
  BitSet returnedByUpdate() {
    return only(layout.returnedByUpdate());
  }

  /** The column of the version, as a set of one or none. */
  BitSet versions() {
    return first ? layout.versions() : new BitSet();
  }

  /** The attribute that counts the updates of a row here, or null. */
  @Nullable BasicProperty version() {
    return first ? model().mapper().version() : null;
  }
}
