package org.aludel.sql;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets from the client when a statement leaves it out: no part of the database's
 * schema, never DDL, never compared. As SQLAlchemy: {@code default} and {@code onupdate} of a
 * column. Immutable; functions are called by whichever thread runs the statement.
 *
 * <pre>{@code
 * Column.of("id", SqlTypes.UUID).withDefault(ClientValue.from(UUID::randomUUID));
 * Column.of("state", SqlTypes.TEXT).withDefault(ClientValue.of("new"));
 * Column.of("slug", SqlTypes.TEXT).withDefault(ClientValue.computed(row -> slug(row.get("title"))));
 * Column.of("changed", SqlTypes.TIMESTAMPTZ).withOnUpdate(ClientValue.sql(Sql.now()));
 * }</pre>
 */
public sealed interface ClientValue {
  /** The same value each time. */
  record Constant(Object value) implements ClientValue {}

  /** What a function makes of the other values of the row; null is SQL NULL. */
  record Computed(Function<GivenValues, ? extends @Nullable Object> function)
      implements ClientValue {}

  /** What the database computes. */
  record OfDatabase(Expression<?> expression) implements ClientValue {}

  /** The same value each time. */
  static ClientValue of(Object value) {
    return new Constant(value);
  }

  /** What a function gives, asked once for each row; null is SQL NULL. */
  static ClientValue from(Supplier<? extends @Nullable Object> supplier) {
    return new Computed(given -> supplier.get());
  }

  /** What a function makes of the values that the statement gives the same row; null is NULL. */
  static ClientValue computed(Function<GivenValues, ? extends @Nullable Object> function) {
    return new Computed(function);
  }

  /** What the database computes, as a part of the statement. */
  static ClientValue sql(Expression<?> expression) {
    return new OfDatabase(expression);
  }

  /**
   * The expression for one row.
   *
   * @throws org.aludel.error.CompileException with {@code WRONG_VALUE} for a value of another class
   *     than the column's
   */
  default Expression<?> expression(ColumnReference<?> column, GivenValues given) {
    if (this instanceof OfDatabase database) {
      return database.expression;
    }
    if (this instanceof Computed computed) {
      return Refusals.bound(column, computed.function.apply(given));
    }
    return Refusals.bound(column, ((Constant) this).value);
  }
}
