package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlTypes;

/**
 * The rows of a collection that has a table of its own.
 *
 * @param rows that table, by the names that annotations give
 * @param keys its columns with the key of the owner, each before the owner's column
 */
record ElementRows(EntityTable<?> table, String attribute, TableName rows, List<String> keys) {
  ElementRows {
    keys = List.copyOf(keys);
  }

  NamedTable source() {
    return new NamedTable(rows, null, List.of(), List.of());
  }

  Predicate any(Predicate condition) {
    return Sql.exists(found().where(owned(), condition));
  }

  Predicate any() {
    return Sql.exists(found().where(owned()));
  }

  Join join(Join.Kind kind) {
    return new Join(kind, source(), owned());
  }

  private Select<Integer> found() {
    return Sql.select(Sql.literal(1)).from(source());
  }

  /** The type plays no part in a comparison of two columns. */
  private Predicate owned() {
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < keys.size(); index += 2) {
      parts.add(
          new Predicate.Comparison(
              source().c(keys.get(index), SqlTypes.TEXT),
              Predicate.Operator.EQUAL,
              ownerColumn(keys.get(index + 1))));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  /** An attribute where there is one, so that a registry may call its column otherwise. */
  private ColumnReference<?> ownerColumn(String name) {
    for (ColumnReference<?> one : table.columnReferences()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw new IllegalStateException(this + " has no owner column \"" + name + "\"");
  }

  @Override
  public String toString() {
    return table + "." + attribute;
  }
}
