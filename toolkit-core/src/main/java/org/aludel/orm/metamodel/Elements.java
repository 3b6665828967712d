package org.aludel.orm.metamodel;

import java.util.List;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Join;
import org.aludel.sql.JoinPath;
import org.aludel.sql.Predicate;
import org.aludel.sql.TableName;
import org.aludel.type.SqlType;

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
    return new ColumnReference<>(owned().source(), column, type);
  }

  /** Whether the value is an element: EXISTS. */
  public Predicate contains(V value) {
    return any(value().eq(value));
  }

  /** Whether the condition over {@link #value} holds for at least one element: EXISTS. */
  public Predicate any(Predicate condition) {
    return owned().any(condition);
  }

  /** Whether there is at least one element: EXISTS. */
  public Predicate any() {
    return owned().any();
  }

  private ElementRows owned() {
    return new ElementRows(table, attribute, rows, keys);
  }

  /** The rows of the values, one for each; owners without any stay in a left join. */
  @Override
  public Join toJoin(Join.Kind kind) {
    return owned().join(kind);
  }

  @Override
  public String describe() {
    return owned().toString();
  }

  @Override
  public String toString() {
    return describe();
  }
}
