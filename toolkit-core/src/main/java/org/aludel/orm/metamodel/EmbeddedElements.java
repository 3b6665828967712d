package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.instrument.ElementAccess;
import org.aludel.instrument.EntityAccess;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Join;
import org.aludel.sql.JoinPath;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A collection of an embeddable class: something to ask about by the attributes of the elements,
 * and to join. Generated classes add a field for each attribute.
 *
 * <pre>{@code
 * select(PERSON).where(PERSON.addresses.any(PERSON.addresses.city.eq("Rome")))
 * select(PERSON.name, PERSON.addresses.city).from(PERSON).join(PERSON.addresses)
 * }</pre>
 *
 * @param <E> the entity class
 * @param <V> the class of the elements
 */
public abstract class EmbeddedElements<E, V> implements JoinPath {
  private final EntityTable<E> table;
  private final ElementRows rows;
  private final Map<String, ColumnReference<?>> parts = new LinkedHashMap<>();

  /**
   * For generated code.
   *
   * @param rows the table of the elements, by the names that annotations give
   * @param keys its columns with the key of the owner, each before the owner's column
   */
  protected EmbeddedElements(
      EntityTable<E> table, String attribute, TableName rows, List<String> keys) {
    this.table = table;
    this.rows = new ElementRows(table, attribute, rows, keys);
  }

  /** For generated code: the column of an attribute, by its path in the element. */
  protected final <T> ColumnReference<T> part(String path, String column, SqlType<T> type) {
    ColumnReference<T> part = new ColumnReference<>(rows.source(), column, type);
    parts.put(path, part);
    return part;
  }

  /** Whether the condition over the attributes holds for at least one element: EXISTS. */
  public final Predicate any(Predicate condition) {
    return rows.any(condition);
  }

  /** Whether there is at least one element: EXISTS. */
  public final Predicate any() {
    return rows.any();
  }

  /** Whether there is an element with the attributes of the value, null among them: EXISTS. */
  public final Predicate contains(V value) {
    ElementAccess<V> access = access();
    List<Predicate> same = new ArrayList<>();
    for (int part = 0; part < access.parts().size(); part++) {
      String path = access.parts().get(part);
      ColumnReference<?> column = Objects.requireNonNull(parts.get(path), path);
      same.add(same(column, access.get(value, part)));
    }
    return any(Sql.and(same.toArray(Predicate[]::new)));
  }

  @SuppressWarnings("unchecked") // a part has the class of the attribute that it is made for
  private static Predicate same(ColumnReference<?> part, @Nullable Object value) {
    return value == null ? part.isNull() : ((ColumnReference<Object>) part).eq(value);
  }

  @SuppressWarnings("unchecked") // generated with this class for the same attribute
  private ElementAccess<V> access() {
    return (ElementAccess<V>) EntityAccess.of(table.rowType()).elements(rows.attribute());
  }

  /** The rows of the elements, one for each; owners without any stay in a left join. */
  @Override
  public final Join toJoin(Join.Kind kind) {
    return rows.join(kind);
  }

  @Override
  public final String describe() {
    return rows.toString();
  }

  @Override
  public final String toString() {
    return describe();
  }
}
