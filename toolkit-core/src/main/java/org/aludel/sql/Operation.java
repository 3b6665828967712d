package org.aludel.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The value expressions with a spelling of their own, besides those of {@link Scalar}: rows,
 * arrays, prefixes, collations, parts of dates. Immutable.
 */
public sealed interface Operation<T> extends Expression<T> {
  /**
   * {@code operator operand}, such as {@code ~ flags}.
   *
   * @param operator written as given
   */
  record Prefix<T>(SqlType<T> type, String operator, Expression<?> operand)
      implements Operation<T> {
    public Prefix {
      Refusals.requireOperator(operator);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitPrefix(this);
    }
  }

  /**
   * {@code operand COLLATE collation}.
   *
   * @param collation its exact name, unquoted
   */
  record Collated<T>(Expression<T> operand, String collation) implements Operation<T> {
    @Override
    public SqlType<T> type() {
      return operand.type();
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitCollated(this);
    }
  }

  /** {@code EXTRACT(part FROM operand)}. */
  record Extract(DatePart part, Expression<?> operand) implements Operation<BigDecimal> {
    @Override
    public SqlType<BigDecimal> type() {
      return SqlTypes.NUMERIC;
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitExtract(this);
    }
  }

  /** What {@link Extract} takes out of a date, a time or an interval. */
  enum DatePart {
    MILLENNIUM,
    CENTURY,
    DECADE,
    /** The year of the ISO week. */
    ISOYEAR,
    YEAR,
    QUARTER,
    MONTH,
    /** The ISO week of the year. */
    WEEK,
    DAY,
    /** The day of the year, from 1. */
    DOY,
    /** Sunday is 0. */
    DOW,
    /** Monday is 1, Sunday 7. */
    ISODOW,
    HOUR,
    MINUTE,
    SECOND,
    MILLISECONDS,
    MICROSECONDS,
    /** Seconds since 1970-01-01 00:00 UTC, or of an interval. */
    EPOCH,
    /** The offset from UTC in seconds. */
    TIMEZONE
  }

  /**
   * A word that stands for a value, such as {@code CURRENT_DATE}, {@code NULL} or {@code DEFAULT}.
   *
   * @param word written as given
   */
  record Keyword<T>(SqlType<T> type, String word) implements Operation<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitKeyword(this);
    }
  }

  /** What a CASE looks at, before its first branch. Made by {@link Sql#caseOf}. */
  record Subject<K>(Expression<K> operand) {
    /** The first branch. */
    public <T> Choice<K, T> when(Expression<K> match, Expression<T> value) {
      return new Choice<>(value.type(), operand, List.of(new Branch<>(match, value)), null);
    }

    /** The first branch. */
    public <T> Choice<K, T> when(K match, Expression<T> value) {
      return when(Refusals.compared(operand, match), value);
    }

    /** The first branch, of the type that the class of the value has. */
    public <T> Choice<K, T> when(K match, T value) {
      return when(match, Sql.value(value));
    }
  }

  /** One branch of a {@link Choice}. */
  record Branch<K, T>(Expression<K> match, Expression<T> value) {}

  /**
   * {@code CASE subject WHEN match THEN value … ELSE … END}: the first match that equals the
   * subject; without {@code otherwise} NULL is the rest.
   */
  record Choice<K, T>(
      SqlType<T> type,
      Expression<K> subject,
      List<Branch<K, T>> branches,
      @Nullable Expression<T> otherwise)
      implements Operation<T> {
    public Choice {
      branches = List.copyOf(branches);
      Refusals.requireSome(branches, "CASE");
    }

    /** The same with another match, tried after those before it. */
    public Choice<K, T> when(Expression<K> match, Expression<T> value) {
      List<Branch<K, T>> more = new ArrayList<>(branches);
      more.add(new Branch<>(match, value));
      return new Choice<>(type, subject, more, otherwise);
    }

    /** The same with another match, tried after those before it. */
    public Choice<K, T> when(K match, Expression<T> value) {
      return when(Refusals.compared(subject, match), value);
    }

    /** The same with another match, both values as binds. */
    public Choice<K, T> when(K match, T value) {
      return when(Refusals.compared(subject, match), new Bind<>(type, value));
    }

    /** The same with a value for the rest. */
    public Choice<K, T> otherwise(Expression<T> value) {
      return new Choice<>(type, subject, branches, value);
    }

    /** The same with a bind for the rest. */
    public Choice<K, T> otherwise(T value) {
      return otherwise(new Bind<>(type, value));
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitChoice(this);
    }
  }

  /**
   * {@code (first, second, …)}: several values compared, or set, as one. Made by {@link Sql#row}.
   *
   * @param items two or more
   */
  record RowValue<T>(SqlType<T> type, List<Expression<?>> items) implements Operation<T> {
    public RowValue {
      items = List.copyOf(items);
      Refusals.requireSome(items, "a row");
    }

    @Override
    @SafeVarargs // only read
    public final Predicate in(T... rows) {
      List<T> all = new ArrayList<>();
      for (T row : rows) {
        all.add(row);
      }
      return in(all);
    }

    @Override
    @SafeVarargs // only read
    public final Predicate notIn(T... rows) {
      List<T> all = new ArrayList<>();
      for (T row : rows) {
        all.add(row);
      }
      return notIn(all);
    }

    /** Equal to the one row of a subquery. */
    public Predicate eq(Query<T> select) {
      return eq(new Scalar.Subquery<>(type, select));
    }

    /** Different from the one row of a subquery. */
    public Predicate ne(Query<T> select) {
      return ne(new Scalar.Subquery<>(type, select));
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitRow(this);
    }
  }

  /** {@code ARRAY[first, second, …]}. */
  record ArrayValue<E>(SqlType<List<E>> type, List<Expression<E>> items)
      implements Operation<List<E>> {
    public ArrayValue {
      items = List.copyOf(items);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitArray(this);
    }
  }

  /** {@code ARRAY(SELECT …)}: the rows of a query with one column; of none an empty array. */
  record ArrayQuery<E>(SqlType<List<E>> type, Query<E> select) implements Operation<List<E>> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitArrayQuery(this);
    }
  }

  /** {@code ANY (SELECT …)} or {@code ALL (SELECT …)}, on the right of a comparison. */
  record Quantified<T>(SqlType<T> type, Quantifier quantifier, Query<T> select)
      implements Operation<T> {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitQuantified(this);
    }
  }

  /** How many of the rows a comparison must be true of. */
  enum Quantifier {
    /** One or more; of no rows it is false. */
    ANY,
    /** Each; of no rows it is true. */
    ALL
  }

  /** The value of a column before or after the change, in RETURNING. */
  record Version<T>(Moment moment, ColumnReference<T> column) implements Operation<T> {
    @Override
    public SqlType<T> type() {
      return column.type();
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitVersion(this);
    }
  }

  /** Which state of a row {@link Version} means. */
  enum Moment {
    /** Before; NULL of a row that an INSERT made. */
    OLD,
    /** After; NULL of a row that was deleted. */
    NEW
  }
}
