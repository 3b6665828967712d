package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;

/** Rows about what needs what, among the objects that are read. */
final class PostgresDependencyRows {
  private final PostgresObjectIndex index;
  private final Map<ObjectReference, Set<ObjectReference>> dependencies = new TreeMap<>();

  PostgresDependencyRows(PostgresObjectIndex index) {
    this.index = index;
  }

  /** A column of its own type only matters for its table, a view's for the view. */
  void add(ResultSet row) throws SQLException {
    ObjectReference object = index.find(row.getLong("class"), row.getLong("oid"));
    ObjectReference needed =
        index.find(
            row.getLong("needed_class"), row.getLong("needed_oid"), row.getInt("needed_number"));
    if (object == null || needed == null || isWithin(object, needed)) {
      return;
    }
    dependencies.computeIfAbsent(object, key -> new TreeSet<>()).add(needed);
  }

  /** Whether one is the other, or they are a relation and a part of it. */
  private static boolean isWithin(ObjectReference object, ObjectReference needed) {
    if (object.equals(needed)) {
      return true;
    }
    if (!object.name().equals(needed.name()) || needed.kind().isOverloaded()) {
      return false;
    }
    return switch (object.kind()) {
      case COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT -> true;
      case TABLE, VIEW, MATERIALIZED_VIEW -> needed.kind() == ObjectKind.COLUMN;
      default -> false;
    };
  }

  Map<ObjectReference, Set<ObjectReference>> dependencies() {
    return dependencies;
  }
}
