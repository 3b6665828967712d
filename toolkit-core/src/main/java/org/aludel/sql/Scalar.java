package org.aludel.sql;

import java.util.List;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** The value expressions that are neither columns, binds nor conditions. Immutable. */
public sealed interface Scalar<T> extends Expression<T> {
  /** How tightly an operator binds, loosest first. Source: PostgreSQL 18 §4.1.6. */
  enum Rank {
    OTHER,
    SUM,
    PRODUCT,
    /** {@code ^}, from the left. */
    POWER,
    /** {@code AT TIME ZONE}. */
    ZONE
  }

  /** How the arguments of a function are written. */
  enum Form {
    PLAIN,
    /** {@code f(DISTINCT …)}. */
    DISTINCT,
    /** {@code f(*)}. */
    STAR
  }

  /** A constant inside the SQL text. Part of the cache key. */
  record Literal<T>(SqlType<T> type, T value) implements Scalar<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitLiteral(this);
    }
  }

  /** {@code left operator right}, grouping from the left. */
  record Infix<T>(
      SqlType<T> type, Expression<?> left, String operator, Rank rank, Expression<?> right)
      implements Scalar<T> {
    public Infix {
      Refusals.requireOperator(operator);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitInfix(this);
    }
  }

  /** {@code -operand}. */
  record Negated<T>(Expression<T> operand) implements Scalar<T> {
    @Override
    public SqlType<T> type() {
      return operand.type();
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitNegated(this);
    }
  }

  /**
   * A function call.
   *
   * @param name written as given, since quoting would change which function is meant
   */
  record FunctionCall<T>(String name, SqlType<T> type, List<Expression<?>> arguments, Form form)
      implements Scalar<T> {
    public FunctionCall {
      arguments = List.copyOf(arguments);
    }

    /** Of different values only: {@code f(DISTINCT …)}. */
    public FunctionCall<T> distinct() {
      return new FunctionCall<>(name, type, arguments, Form.DISTINCT);
    }

    /** An aggregate that takes its values in this order: {@code f(… ORDER BY …)}. */
    public Call.Aggregate<T> orderBy(OrderTerm... terms) {
      return Call.Aggregate.of(this).orderBy(terms);
    }

    /** An ordered-set or hypothetical-set aggregate: {@code WITHIN GROUP (ORDER BY …)}. */
    public Call.Aggregate<T> withinGroup(OrderTerm... terms) {
      return Call.Aggregate.of(this).withinGroup(terms);
    }

    /** An aggregate of those rows only of which all conditions hold. */
    public Call.Aggregate<T> filter(Predicate... conditions) {
      return Call.Aggregate.of(this).filter(conditions);
    }

    /** Over all rows, each keeping its own: {@code OVER ()}. */
    public Call.Over<T> over() {
      return over(Window.EMPTY);
    }

    /** Over a window of rows. */
    public Call.Over<T> over(Window window) {
      return new Call.Over<>(this, window);
    }

    /** Over a window that the query names: {@link Select#window}. */
    public Call.Over<T> over(String window) {
      return over(Window.named(window));
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitFunction(this);
    }
  }

  /** {@code CAST(operand AS type)}. */
  record Cast<T>(Expression<?> operand, SqlType<T> type) implements Scalar<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitCast(this);
    }
  }

  /** Another type for the same SQL: how values are read and compared, and no CAST. */
  record Coerced<T>(Expression<?> operand, SqlType<T> type) implements Scalar<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitCoerced(this);
    }
  }

  /** One element of an array: {@code array[index]}. */
  record Subscript<T>(SqlType<T> type, Expression<?> array, Expression<Integer> index)
      implements Scalar<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitSubscript(this);
    }
  }

  /**
   * A part of an array, both ends included: {@code array[first:last]}.
   *
   * @param first null for the beginning of the array
   * @param last null for its end
   */
  record Slice<T>(
      SqlType<T> type,
      Expression<?> array,
      @Nullable Expression<Integer> first,
      @Nullable Expression<Integer> last)
      implements Scalar<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitSlice(this);
    }
  }

  /**
   * An expression with methods of its type. It stands for the one inside: visitors see that alone.
   * Open, so that types of users can have operators too.
   */
  non-sealed interface Typed<T> extends Scalar<T> {
    /** What it stands for. */
    Expression<T> operand();

    @Override
    default SqlType<T> type() {
      return operand().type();
    }

    @Override
    default <V> V accept(ExpressionVisitor<V> visitor) {
      return operand().accept(visitor);
    }
  }

  /** One branch of a CASE. */
  record When<T>(Predicate condition, Expression<T> value) {}

  /** {@code CASE WHEN … THEN … ELSE … END}; without {@code otherwise} NULL is the rest. */
  record Case<T>(SqlType<T> type, List<When<T>> branches, @Nullable Expression<T> otherwise)
      implements Scalar<T> {
    public Case {
      branches = List.copyOf(branches);
      Refusals.requireSome(branches, "CASE");
    }

    /** The same with another branch, tried after those before it. */
    public Case<T> when(Predicate condition, Expression<T> value) {
      List<When<T>> more = new java.util.ArrayList<>(branches);
      more.add(new When<>(condition, value));
      return new Case<>(type, more, otherwise);
    }

    /** The same with a branch whose value is a bind. */
    public Case<T> when(Predicate condition, T value) {
      return when(condition, new Bind<>(type, value));
    }

    /** The same with a value for the rest. */
    public Case<T> otherwise(Expression<T> value) {
      return new Case<>(type, branches, value);
    }

    /** The same with a bind for the rest. */
    public Case<T> otherwise(T value) {
      return otherwise(new Bind<>(type, value));
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitCase(this);
    }
  }

  /** A query of one column and at most one row, as a value. */
  record Subquery<T>(SqlType<T> type, Query<T> select) implements Scalar<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitSubquery(this);
    }
  }

  /**
   * SQL as written by the user; each {@code ?} in it stands for one part.
   *
   * @param parts expressions for the question marks, in order
   */
  record Fragment<T>(SqlType<T> type, String sql, List<Expression<?>> parts) implements Scalar<T> {
    public Fragment {
      parts = List.copyOf(parts);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitFragment(this);
    }
  }

  /** The value that an INSERT proposed for a column, inside ON CONFLICT DO UPDATE. */
  record Excluded<T>(ColumnReference<T> column) implements Scalar<T> {
    @Override
    public SqlType<T> type() {
      return column.type();
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitExcluded(this);
    }
  }

  /** A value with a name for its column of the result; elsewhere the value alone. */
  record Label<T>(Expression<T> operand, String label) implements Scalar<T> {
    @Override
    public SqlType<T> type() {
      return operand.type();
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitLabel(this);
    }
  }
}
