package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Join;
import org.aludel.sql.JoinPath;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * A collection of values: something to ask about, and to join.
 *
 * <pre>{@code
 * select(TRIP).where(TRIP.tags.contains("sea"))
 * select(TRIP).where(TRIP.tags.any(TRIP.tags.value().ne("sea")))
 * select(TRIP.name, TRIP.tags.value()).from(TRIP).join(TRIP.tags)
 * }</pre>
 *
 * @param rows the table of the values, by the names that annotations give
 * @param keys its columns with the key of the owner, each before the owner's column
 * @param <E> the entity class
 * @param <V> the class of the values
 */
public record Elements<E, V>(
    EntityTable<E> table,
    String attribute,
    TableName rows,
    List<String> keys,
    String column,
    SqlType<V> type)
    implements JoinPath {
  public Elements {
    keys = List.copyOf(keys);
  }

  /** The column of the values, inside {@link #any} and behind a join. */
  public ColumnReference<V> value() {
    return new ColumnReference<>(source(), column, type);
  }

  /** Whether the value is an element: EXISTS. */
  public Predicate contains(V value) {
    return any(value().eq(value));
  }

  /** Whether the condition over {@link #value} holds for at least one element: EXISTS. */
  public Predicate any(Predicate condition) {
    return Sql.exists(found().where(owned(), condition));
  }

  /** Whether there is at least one element: EXISTS. */
  public Predicate any() {
    return Sql.exists(found().where(owned()));
  }

  private Select<Integer> found() {
    return Sql.select(Sql.literal(1)).from(source());
  }

  private NamedTable source() {
    return new NamedTable(rows, null, List.of(), List.of());
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
    throw new IllegalStateException(describe() + " has no owner column \"" + name + "\"");
  }

  /** The rows of the values, one for each; owners without any stay in a left join. */
  @Override
  public Join toJoin(Join.Kind kind) {
    return new Join(kind, source(), owned());
  }

  @Override
  public String describe() {
    return table + "." + attribute;
  }

  @Override
  public String toString() {
    return describe();
  }
}
