package org.aludel.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL as written by the user, with a bind for each {@code ?}:
 *
 * <pre>{@code
 * text("SELECT id, name FROM person WHERE age > :age").bind("age", 30).columns(ID, NAME)
 * }</pre>
 *
 * @param sql sent as it is; a question mark that is no bind is written twice
 */
public record TextStatement<R>(String sql, List<Bind<?>> binds, @Nullable Projection<R> projection)
    implements Query<R> {
  public TextStatement {
    binds = List.copyOf(binds);
  }

  /**
   * Gives a value to {@code :name} wherever it stands outside of quotes; {@code ::} is a cast and
   * {@code \\:} a colon.
   *
   * @throws org.aludel.error.CompileException with {@code UNKNOWN_PARAMETER} where no such name is
   *     open
   */
  public TextStatement<R> bind(String name, @Nullable Object value) {
    return bind(name, Sql.bindOf(value));
  }

  /** Gives {@code :name} a typed value, or one that is given later; errors as above. */
  public TextStatement<R> bind(String name, Bind<?> value) {
    return NamedMarks.bound(this, name, value);
  }

  /** The same statement, whose rows consist of these columns in this order. */
  public <A> TextStatement<A> columns(Expression<A> only) {
    return new TextStatement<>(sql, binds, Projection.of(only));
  }

  /** The same statement, whose rows consist of these columns in this order. */
  public <A, B> TextStatement<Row2<A, B>> columns(Expression<A> first, Expression<B> second) {
    return new TextStatement<>(sql, binds, Projection.of(Row2<A, B>::new, first, second));
  }

  /** The same statement, whose rows consist of these columns in this order. */
  public <A, B, C> TextStatement<Row3<A, B, C>> columns(
      Expression<A> first, Expression<B> second, Expression<C> third) {
    return new TextStatement<>(sql, binds, Projection.of(Row3<A, B, C>::new, first, second, third));
  }

  /** The same statement with rows as projected. */
  public <S> TextStatement<S> columns(Projection<S> value) {
    return new TextStatement<>(sql, binds, value);
  }

  @Override
  public TextStatement<R> with(String name, @Nullable Object value) {
    return Parameters.bound(this, name, value);
  }

  @Override
  public <V> V accept(StatementVisitor<V> visitor) {
    return visitor.visitText(this);
  }
}
