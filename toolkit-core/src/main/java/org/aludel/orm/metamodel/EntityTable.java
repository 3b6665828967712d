package org.aludel.orm.metamodel;

import java.util.List;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity class in statements; the annotation processor generates one subclass an
 * entity. Immutable and thread-safe.
 *
 * <p>Core alone can use it too: names are those of the annotations, else the snake case of the
 * attribute.
 *
 * @param <E> the entity class
 */
public abstract class EntityTable<E> implements TableSource<E> {
  private final Class<E> entity;
  private final TableName tableName;
  private final @Nullable String alias;

  /** For generated code. */
  protected EntityTable(Class<E> entity, TableName tableName, @Nullable String alias) {
    this.entity = entity;
    this.tableName = tableName;
    this.alias = alias;
  }

  @Override
  public final Class<E> rowType() {
    return entity;
  }

  @Override
  public final TableName tableName() {
    return tableName;
  }

  @Override
  public final @Nullable String alias() {
    return alias;
  }

  /** For generated code: an attribute in a column. */
  protected final <T> BasicAttribute<E, T> basic(String name, String column, SqlType<T> type) {
    return new BasicAttribute<>(this, name, column, type);
  }

  /** For generated code: a reference to another entity. */
  protected final <T> ToOne<E, T> toOne(String name, Class<T> target) {
    return new ToOne<>(this, name, target);
  }

  /** For generated code: a collection of other entities. */
  protected final <T> ToMany<E, T> toMany(String name, Class<T> target) {
    return new ToMany<>(this, name, target);
  }

  /** For generated code: the columns in slot order. */
  protected static List<ColumnReference<?>> columns(ColumnReference<?>... columns) {
    return List.of(columns);
  }

  /** As people write it in messages; never SQL. */
  @Override
  public String toString() {
    return alias == null ? entity.getSimpleName() : entity.getSimpleName() + " " + alias;
  }
}
