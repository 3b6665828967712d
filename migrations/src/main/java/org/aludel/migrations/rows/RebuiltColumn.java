package org.aludel.migrations.rows;

import java.util.ArrayList;
import java.util.List;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.rebuild.RowRoute;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is made anew, whose values come from the old rows.
 *
 * @param from null for a column that is new
 */
record RebuiltColumn(QualifiedName table, @Nullable Column from, Column to) {
  static List<RebuiltColumn> of(RebuildOperation rebuild) {
    List<RebuiltColumn> columns = new ArrayList<>();
    for (RowRoute route : RowRoute.of(rebuild)) {
      for (Column column : route.target().columns()) {
        Column old = route.source().column(column.name()).orElse(null);
        columns.add(new RebuiltColumn(route.target().name(), old, column));
      }
    }
    return columns;
  }

  String key() {
    return RowRules.key(table, to.name());
  }

  /** Whether old rows may have no value for it, of which it needs one. */
  boolean lacksValues() {
    boolean given = to.computed() != null || to.identity() != null;
    return !to.nullable() && !given && (from == null || from.nullable());
  }

  boolean changesType() {
    return from != null && !from.type().name().equals(to.type().name());
  }
}
