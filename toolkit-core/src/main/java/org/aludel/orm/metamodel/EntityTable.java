package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.JoinKey;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.type.SqlType;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Range;
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
  private final @Nullable EntityTable<?> treated;

  /** For generated code. */
  protected EntityTable(Class<E> entity, TableName tableName, @Nullable String alias) {
    this.entity = entity;
    this.tableName = tableName;
    this.alias = alias;
    this.treated = null;
  }

  /** For generated code: the attributes of a class in the rows of one above it or below it. */
  protected EntityTable(Class<E> entity, EntityTable<?> treated) {
    this.entity = entity;
    this.tableName = treated.tableName();
    this.alias = treated.alias();
    this.treated = treated;
  }

  /**
   * The table of a class above or below, whose rows are meant; null for the rows of the class
   * itself.
   */
  public final @Nullable EntityTable<?> treated() {
    return treated;
  }

  /** Of which class the object of a row is. */
  public final EntityType<E> type() {
    return new EntityType<>(this);
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

  /** For generated code: a list. */
  protected final <T> ArrayAttribute<E, T> array(
      String name, String column, SqlType<List<T>> type) {
    return new ArrayAttribute<>(this, name, column, type);
  }

  /** For generated code: a range. */
  protected final <T> RangeAttribute<E, T> range(
      String name, String column, SqlType<Range<T>> type) {
    return new RangeAttribute<>(this, name, column, type);
  }

  /** For generated code: several ranges. */
  protected final <T> MultiRangeAttribute<E, T> multiRange(
      String name, String column, SqlType<MultiRange<T>> type) {
    return new MultiRangeAttribute<>(this, name, column, type);
  }

  /** For generated code: a map of text. */
  protected final HstoreAttribute<E> hstore(
      String name, String column, SqlType<Map<String, @Nullable String>> type) {
    return new HstoreAttribute<>(this, name, column, type);
  }

  /** For generated code: an address. */
  protected final <T> NetworkAttribute<E, T> network(String name, String column, SqlType<T> type) {
    return new NetworkAttribute<>(this, name, column, type);
  }

  /** For generated code: JSON. */
  protected final <T> JsonAttribute<E, T> json(String name, String column, SqlType<T> type) {
    return new JsonAttribute<>(this, name, column, type);
  }

  /** For generated code: a search vector. */
  protected final SearchAttribute<E> search(String name, String column, SqlType<String> type) {
    return new SearchAttribute<>(this, name, column, type);
  }

  /**
   * For generated code: a collection of other entities.
   *
   * @param key the foreign key of the elements that leads here
   */
  protected final <T> ToMany<E, T> toMany(
      String name, Class<T> target, TableName targetTable, JoinKey key) {
    return new ToMany<>(this, name, target, targetTable, new ToManyLink.Key(key));
  }

  /**
   * For generated code: a collection of other entities that have others of this class as well.
   *
   * @param link the table between both
   */
  protected final <T> ToMany<E, T> manyToMany(
      String name, Class<T> target, TableName targetTable, ToManyLink.Through link) {
    return new ToMany<>(this, name, target, targetTable, link);
  }

  /**
   * For generated code: a collection of values.
   *
   * @param keys columns of their table with the key of this class, each before its own column
   */
  protected final <V> Elements<E, V> elements(
      String name, TableName rows, List<String> keys, String column, SqlType<V> type) {
    return new Elements<>(this, name, rows, keys, column, type);
  }

  /**
   * For generated code: a table between two others.
   *
   * @param near its columns with the key of this class, each before the column it refers to
   * @param far the same of the other class
   */
  protected final ToManyLink.Through through(
      TableName between, List<String> near, List<String> far) {
    return new ToManyLink.Through(
        between, every(near, 0), every(near, 1), every(far, 0), every(far, 1));
  }

  private static List<String> every(List<String> pairs, int first) {
    List<String> names = new ArrayList<>();
    for (int index = first; index < pairs.size(); index += 2) {
      names.add(pairs.get(index));
    }
    return names;
  }

  /**
   * For generated code: the side of a one-to-one without a foreign key.
   *
   * @param key the foreign key of the target that leads here
   */
  protected final <T> ToOneInverse<E, T> toOneInverse(
      String name, Class<T> target, TableName targetTable, JoinKey key) {
    return new ToOneInverse<>(this, name, target, targetTable, new ToManyLink.Key(key));
  }

  /** For generated code: another entity that a condition finds. */
  protected final <T> ToOneInverse<E, T> toOneBy(
      String name, Class<T> target, TableName targetTable, ToManyLink.Rule rule) {
    return new ToOneInverse<>(this, name, target, targetTable, condition(name, rule));
  }

  private ToManyLink condition(String name, ToManyLink.Rule rule) {
    return new ToManyLink.Condition(entity.getName() + "." + name, rule);
  }

  /** For generated code: other entities that a condition finds. */
  protected final <T> ToMany<E, T> toManyBy(
      String name, Class<T> target, TableName targetTable, ToManyLink.Rule rule) {
    return new ToMany<>(this, name, target, targetTable, condition(name, rule));
  }

  /**
   * For generated code: a foreign key that leads here.
   *
   * @param columns of the foreign key and of this table by turns
   */
  protected final JoinKey key(String reference, String... columns) {
    List<String> foreign = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (int index = 0; index < columns.length; index += 2) {
      foreign.add(columns[index]);
      own.add(columns[index + 1]);
    }
    return new JoinKey(reference, foreign, tableName, own);
  }

  /** For generated code: the foreign keys of this table. */
  protected static List<JoinKey> keys(ToOne<?, ?>... references) {
    return Arrays.stream(references).map(ToOne::joinKey).toList();
  }

  /** For generated code: the columns, those of attributes in slot order, then the foreign keys. */
  protected static List<ColumnReference<?>> columns(ColumnReference<?>... columns) {
    return List.of(columns);
  }

  /** As people write it in messages; never SQL. */
  @Override
  public String toString() {
    return alias == null ? entity.getSimpleName() : entity.getSimpleName() + " " + alias;
  }
}
