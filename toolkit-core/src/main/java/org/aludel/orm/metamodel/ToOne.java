package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.aludel.instrument.EntityAccess;
import org.aludel.sql.Assignable;
import org.aludel.sql.Assignment;
import org.aludel.sql.Bind;
import org.aludel.sql.FromItem;
import org.aludel.sql.JoinKey;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A reference to one other entity. The annotation processor generates one subclass a reference,
 * whose fields are the columns of the foreign key:
 *
 * <pre>{@code
 * insert(BOOK).set(BOOK.title, "Notes").set(BOOK.author, ada)        // the key of an object
 * insert(BOOK).set(BOOK.title, "Notes").set(BOOK.author.id, 7L)      // the key itself
 * select(BOOK.id, BOOK.author.id).where(BOOK.author.isNull())
 * select(BOOK.title, AUTHOR.name).join(BOOK.author).where(BOOK.author.in(ada, eve))
 * }</pre>
 *
 * <p>A method that takes objects reads their key at once, without I/O: an object that has none yet
 * is refused with {@code WRONG_VALUE}, also inside a session that would store it later.
 *
 * @param <E> the entity class
 * @param <T> the class that is referred to
 */
public abstract non-sealed class ToOne<E, T> implements RelationshipAttribute<E, T>, Assignable<T> {
  private final EntityTable<E> table;
  private final String attribute;
  private final Class<T> target;
  private final TableName targetTable;
  private final TargetKey<T> targetKey;

  /** For generated code. */
  protected ToOne(EntityTable<E> table, String attribute, Class<T> target, TableName targetTable) {
    this(table, attribute, target, targetTable, () -> EntityAccess.of(target));
  }

  /**
   * For generated code: a reference to a class that another maps.
   *
   * @param access makes that of the target
   */
  protected ToOne(
      EntityTable<E> table,
      String attribute,
      Class<T> target,
      TableName targetTable,
      Supplier<EntityAccess<T>> access) {
    this.table = table;
    this.attribute = attribute;
    this.target = target;
    this.targetTable = targetTable;
    this.targetKey = new TargetKey<>(target, access);
  }

  /** For generated code: a column of the foreign key. */
  protected final <V> KeyColumn<V> key(String id, String column, String target, SqlType<V> type) {
    return new KeyColumn<>(this, id, column, target, type);
  }

  /** For generated code: the columns in key order. */
  protected static List<KeyColumn<?>> keys(KeyColumn<?>... keys) {
    return List.of(keys);
  }

  /** The columns of the foreign key in the order of the target's id, immutable. */
  public abstract List<KeyColumn<?>> keyColumns();

  @Override
  public final EntityTable<E> table() {
    return table;
  }

  @Override
  public final String attribute() {
    return attribute;
  }

  @Override
  public final Class<T> target() {
    return target;
  }

  @Override
  public final TableName targetTable() {
    return targetTable;
  }

  @Override
  public final Predicate joined(FromItem owner, FromItem other) {
    List<Predicate> parts = new ArrayList<>();
    for (KeyColumn<?> key : keyColumns()) {
      parts.add(
          new Predicate.Comparison(
              other.c(key.targetColumn(), key.type()),
              Predicate.Operator.EQUAL,
              key.withSource(owner)));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  final JoinKey joinKey() {
    return new JoinKey(
        describe(),
        keyColumns().stream().map(KeyColumn::name).toList(),
        targetTable,
        keyColumns().stream().map(KeyColumn::targetColumn).toList());
  }

  @Override
  public final List<Assignment> assignments(@Nullable T value) {
    List<KeyColumn<?>> keys = keyColumns();
    List<Assignment> assignments = new ArrayList<>();
    List<Object> values = value == null ? List.of() : targetKey.of(value, this);
    for (int index = 0; index < keys.size(); index++) {
      KeyColumn<?> key = keys.get(index);
      assignments.add(new Assignment(key, bind(key, value == null ? null : values.get(index))));
    }
    return assignments;
  }

  private static <V> Bind<V> bind(KeyColumn<V> key, @Nullable Object value) {
    return new Bind<>(key.type(), key.type().javaType().cast(value));
  }

  /**
   * Whether it refers to that object.
   *
   * @throws org.aludel.error.CompileException with {@code WRONG_VALUE} for an object that has no
   *     key yet, with {@code NULL_COMPARISON} for null
   */
  public final Predicate eq(T object) {
    List<Predicate> parts = new ArrayList<>();
    List<Object> values = targetKey.of(object, this);
    for (int index = 0; index < values.size(); index++) {
      parts.add(equal(keyColumns().get(index), values.get(index)));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  private static <V> Predicate equal(KeyColumn<V> key, Object value) {
    return key.eq(key.type().javaType().cast(value));
  }

  /**
   * Whether it refers to another object or to none, as {@code Post.author != ada} does in Python.
   */
  public final Predicate ne(T object) {
    return Sql.or(eq(object).not(), isNull());
  }

  /** Whether it refers to one of the objects; of none it is false. */
  @SafeVarargs // only read
  public final Predicate in(T... objects) {
    List<T> all = new ArrayList<>();
    for (T object : objects) {
      all.add(object);
    }
    return in(all);
  }

  /**
   * Whether it refers to one of the objects; of none it is false.
   *
   * @throws org.aludel.error.CompileException with {@code WRONG_VALUE} for an object that has no
   *     key yet
   */
  public final Predicate in(Collection<? extends T> objects) {
    List<KeyColumn<?>> keys = keyColumns();
    if (keys.size() > 1 && !objects.isEmpty()) {
      return Sql.or(objects.stream().map(this::eq).toArray(Predicate[]::new));
    }
    List<Object> values = new ArrayList<>();
    objects.forEach(object -> values.addAll(targetKey.of(object, this)));
    return in(keys.get(0), values);
  }

  private static <V> Predicate in(KeyColumn<V> key, List<Object> values) {
    Class<V> type = key.type().javaType();
    return key.in(values.stream().map(type::cast).toList());
  }

  /** Whether it refers to nothing: a part of its key is NULL. */
  public final Predicate isNull() {
    return Sql.or(keyColumns().stream().map(KeyColumn::isNull).toArray(Predicate[]::new));
  }

  /** Whether it refers to something. */
  public final Predicate isNotNull() {
    return Sql.and(keyColumns().stream().map(KeyColumn::isNotNull).toArray(Predicate[]::new));
  }

  /** Whether it refers to something for which the condition holds: EXISTS. */
  public final Predicate has(Predicate condition) {
    return new RelationshipExists(this, condition);
  }

  /** Whether there is a row that it refers to: EXISTS. */
  public final Predicate has() {
    return new RelationshipExists(this, null);
  }

  @Override
  public final String toString() {
    return describe();
  }
}
