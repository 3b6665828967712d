package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.schema.Column;
import org.aludel.sql.BulkStatement.Target;

/**
 * A table that rows of a class of a hierarchy are written to.
 *
 * @param owner the class whose table it is
 * @param whole whether all columns of a row lie there
 */
record BulkPart(Mapper<?> owner, boolean whole) {
  /** The tables that a new row lies in, that of the root first. */
  static List<BulkPart> ofRow(Mapper<?> mapper) {
    return mapper.inheritance() == InheritanceStrategy.JOINED
        ? mapper.lineage().stream().map(one -> new BulkPart(one, false)).toList()
        : List.of(new BulkPart(mapper, true));
  }

  Target target() {
    return BulkColumns.target(owner);
  }

  /** Whether it has the version and the discriminator. */
  boolean isFirst() {
    return whole || owner.superMapper() == null;
  }

  /** The columns that lie here. */
  List<BulkColumn> of(List<BulkColumn> columns) {
    return whole ? columns : columns.stream().filter(this::has).toList();
  }

  private boolean has(BulkColumn column) {
    if (column instanceof BulkColumn.Basic basic) {
      Mapper<?> above = owner.superMapper();
      int slot = basic.property().slot();
      return slot < owner.basics().size() && (above == null || slot >= above.basics().size());
    }
    if (column instanceof BulkColumn.Reference reference) {
      String name = reference.relationship().name();
      return owner.ownReferences().stream().anyMatch(one -> one.name().equals(name));
    }
    return isFirst();
  }

  /** The key by the names that it has here. */
  List<BulkColumn> key(List<BulkColumn.Basic> ids) {
    List<BulkColumn> key = new ArrayList<>();
    List<Column> columns = owner.keyColumns();
    for (BasicProperty id : owner.root().ids()) {
      int index = key.size();
      ids.stream()
          .filter(one -> one.property().name().equals(id.name()))
          .forEach(one -> key.add(new BulkColumn.Key(columns.get(index), one)));
    }
    return key;
  }
}
