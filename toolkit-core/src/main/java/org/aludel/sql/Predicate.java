package org.aludel.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aludel.type.ArrayTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that is true, false or unknown in each row. Immutable. */
public sealed interface Predicate extends Expression<Boolean> {
  /** The comparisons, with the SQL that all databases share. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    DISTINCT("IS DISTINCT FROM"),
    NOT_DISTINCT("IS NOT DISTINCT FROM");

    private final String sql;

    Operator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  @Override
  default SqlType<Boolean> type() {
    return SqlTypes.BOOLEAN;
  }

  /** Both; chains flat. */
  default Predicate and(Predicate other) {
    return And.of(List.of(this, other));
  }

  /** One or both; chains flat. */
  default Predicate or(Predicate other) {
    return Or.of(List.of(this, other));
  }

  /** The opposite, written in the shortest way. */
  default Predicate not() {
    return new Not(this);
  }

  /** Whether it is neither false nor unknown. */
  default Predicate isTrue() {
    return new IsTruth(this, true, false);
  }

  /** Whether it is neither true nor unknown. */
  default Predicate isFalse() {
    return new IsTruth(this, false, false);
  }

  /** Whether it is neither true nor false. */
  default Predicate isUnknown() {
    return new IsTruth(this, null, false);
  }

  /** True or false for every row: what AND and OR of nothing are, and what vanishes in them. */
  record Constant(boolean value) implements Predicate {
    static final Constant TRUE = new Constant(true);
    static final Constant FALSE = new Constant(false);

    @Override
    public Predicate not() {
      return value ? FALSE : TRUE;
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitConstant(this);
    }
  }

  /** {@code left op right}. */
  record Comparison(Expression<?> left, Operator operator, Expression<?> right)
      implements Predicate {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitComparison(this);
    }
  }

  /** {@code IS [NOT] NULL}. */
  record IsNull(Expression<?> operand, boolean negated) implements Predicate {
    /** Of a row that is no opposite: some of its values may be NULL. */
    @Override
    public Predicate not() {
      return operand instanceof Operation.RowValue ? new Not(this) : new IsNull(operand, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitIsNull(this);
    }
  }

  /**
   * {@code IS [NOT] TRUE | FALSE | UNKNOWN}.
   *
   * @param value null for UNKNOWN
   */
  record IsTruth(Expression<Boolean> operand, @Nullable Boolean value, boolean negated)
      implements Predicate {
    @Override
    public Predicate not() {
      return new IsTruth(operand, value, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitIsTruth(this);
    }
  }

  /**
   * {@code [NOT] BETWEEN [SYMMETRIC]}.
   *
   * @param symmetric whether the bounds may come in either order
   */
  record Between(
      Expression<?> operand,
      Expression<?> low,
      Expression<?> high,
      boolean symmetric,
      boolean negated)
      implements Predicate {
    @Override
    public Predicate not() {
      return new Between(operand, low, high, symmetric, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitBetween(this);
    }
  }

  /**
   * {@code [NOT] IN} a list of values.
   *
   * @param values one bind that holds them all, of an array type over the operand's
   */
  record InValues(Expression<?> operand, Bind<? extends List<?>> values, boolean negated)
      implements Predicate {
    static <T> Predicate of(Expression<T> operand, Collection<? extends T> values, boolean not) {
      List<T> list = new ArrayList<>(values.size());
      for (T value : values) {
        Refusals.requireClass(operand.type(), value, "compare \"" + operand + "\" with a list");
        list.add(Refusals.notNull(value, operand));
      }
      return operand instanceof Operation.RowValue<T> row
          ? InRows.of(row, list, not)
          : new InValues(operand, new Bind<>(ArrayTypes.ofValues(operand.type()), list), not);
    }

    @Override
    public Predicate not() {
      return new InValues(operand, values, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitInValues(this);
    }
  }

  /**
   * {@code (a, b) [NOT] IN} a list of rows.
   *
   * @param columns one bind for each part of the row, with the values of all rows
   */
  record InRows(
      Operation.RowValue<?> operand, List<Bind<? extends List<?>>> columns, boolean negated)
      implements Predicate {
    public InRows {
      columns = List.copyOf(columns);
    }

    static <T> InRows of(Operation.RowValue<T> operand, List<T> rows, boolean negated) {
      List<Bind<? extends List<?>>> columns = new ArrayList<>();
      for (int part = 0; part < operand.items().size(); part++) {
        columns.add(column(operand.items().get(part), rows, part));
      }
      return new InRows(operand, columns, negated);
    }

    private static <E> Bind<List<E>> column(Expression<E> item, List<?> rows, int part) {
      List<E> values = new ArrayList<>(rows.size());
      for (Object row : rows) {
        Object value = Refusals.notNull(((Tuple) row).values().get(part), item);
        values.add(item.type().javaType().cast(value));
      }
      return new Bind<>(ArrayTypes.ofValues(item.type()), values);
    }

    /** How many rows there are. */
    public int size() {
      List<?> values = columns.get(0).value();
      return values == null ? 0 : values.size();
    }

    @Override
    public Predicate not() {
      return new InRows(operand, columns, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitInRows(this);
    }
  }

  /** {@code [NOT] IN (SELECT …)}. */
  record InSubquery(Expression<?> operand, Query<?> select, boolean negated) implements Predicate {
    @Override
    public Predicate not() {
      return new InSubquery(operand, select, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitInSubquery(this);
    }
  }

  /**
   * {@code [NOT] LIKE}.
   *
   * @param escape what stands in the pattern before a character that is meant literally; null for
   *     the server's, a backslash
   */
  record Like(
      Expression<?> operand,
      Expression<String> pattern,
      boolean anyCase,
      @Nullable Character escape,
      boolean negated)
      implements Predicate {
    /** No backslash: its meaning in a literal depends on a server setting. */
    public static final char ESCAPE = '/';

    static Like of(Expression<?> operand, Expression<String> pattern, boolean anyCase) {
      Refusals.requireText(operand);
      return new Like(operand, pattern, anyCase, null, false);
    }

    static Like literally(Expression<?> operand, String before, String text, String after) {
      Refusals.requireText(operand);
      String quoted =
          Refusals.notNull(text, operand).replace("/", "//").replace("%", "/%").replace("_", "/_");
      return new Like(operand, bind(operand, before + quoted + after), false, ESCAPE, false);
    }

    /** The same of a text that the database computes. */
    static Like literally(
        Expression<?> operand, String before, Expression<String> text, String after) {
      Refusals.requireText(operand);
      Refusals.requireText(text);
      Expression<String> quoted = text;
      for (String special : List.of("/", "%", "_")) {
        quoted =
            Sql.function(
                "replace", SqlTypes.TEXT, quoted, Sql.literal(special), Sql.literal("/" + special));
      }
      Expression<String> start = before.isEmpty() ? quoted : Sql.literal(before).concat(quoted);
      Expression<String> pattern = after.isEmpty() ? start : start.concat(Sql.literal(after));
      return new Like(operand, pattern, false, ESCAPE, false);
    }

    static Bind<String> bind(Expression<?> operand, String pattern) {
      return Bind.compared(SqlTypes.TEXT, pattern, operand);
    }

    /** The same with a character that makes the one behind it literal. */
    public Like escapedBy(char character) {
      return new Like(operand, pattern, anyCase, character, negated);
    }

    @Override
    public Predicate not() {
      return new Like(operand, pattern, anyCase, escape, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitLike(this);
    }
  }

  /** {@code [NOT] SIMILAR TO}, or a match of a regular expression. */
  record Match(
      Expression<?> operand, Expression<String> pattern, Language language, boolean negated)
      implements Predicate {
    /** What the pattern is written in. */
    public enum Language {
      /** SQL's own: LIKE with alternatives and repetitions; the whole text must match. */
      SIMILAR,
      /** A regular expression that matches somewhere. */
      REGEX,
      /** The same, whatever the case. */
      REGEX_ANY_CASE
    }

    static Match of(Expression<?> operand, Expression<String> pattern, Language language) {
      Refusals.requireText(operand);
      return new Match(operand, pattern, language, false);
    }

    @Override
    public Predicate not() {
      return new Match(operand, pattern, language, !negated);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitMatch(this);
    }
  }

  /** All of them; never fewer than two. */
  record And(List<Predicate> parts) implements Predicate {
    public And {
      parts = List.copyOf(parts);
    }

    /** The conjunction, flat; a single part is itself, and none are true. */
    static Predicate of(List<Predicate> parts) {
      List<Predicate> flat = new ArrayList<>();
      for (Predicate part : parts) {
        if (part.equals(Constant.FALSE)) {
          return part;
        }
        if (!part.equals(Constant.TRUE)) {
          flat.addAll(part instanceof And and ? and.parts : List.of(part));
        }
      }
      return flat.isEmpty() ? Constant.TRUE : flat.size() == 1 ? flat.get(0) : new And(flat);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitAnd(this);
    }
  }

  /** At least one of them; never fewer than two. */
  record Or(List<Predicate> parts) implements Predicate {
    public Or {
      parts = List.copyOf(parts);
    }

    /** The disjunction, flat; a single part is itself, and none are false. */
    static Predicate of(List<Predicate> parts) {
      List<Predicate> flat = new ArrayList<>();
      for (Predicate part : parts) {
        if (part.equals(Constant.TRUE)) {
          return part;
        }
        if (!part.equals(Constant.FALSE)) {
          flat.addAll(part instanceof Or or ? or.parts : List.of(part));
        }
      }
      return flat.isEmpty() ? Constant.FALSE : flat.size() == 1 ? flat.get(0) : new Or(flat);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitOr(this);
    }
  }

  /** The opposite. */
  record Not(Predicate operand) implements Predicate {
    @Override
    public Predicate not() {
      return operand;
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitNot(this);
    }
  }

  /** {@code EXISTS (SELECT …)}. */
  record Exists(Query<?> select) implements Predicate {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitExists(this);
    }
  }

  /** A boolean value as a condition, such as a column or a function's result. */
  record Truth(Expression<Boolean> operand) implements Predicate {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitTruth(this);
    }
  }

  /**
   * A condition that is known by mapping, such as {@code USER.addresses.any(…)}. The session
   * replaces it before the statement is compiled; without a session the compiler asks the condition
   * itself.
   */
  non-sealed interface Unresolved extends Predicate {
    /** How a person would name it, such as {@code any(User.addresses)}. */
    String describe();

    /**
     * What it means as far as names alone tell; null where only a session knows, which the compiler
     * refuses with {@code NEEDS_SESSION}.
     */
    default @Nullable Predicate resolved() {
      return null;
    }

    @Override
    default <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitUnresolved(this);
    }
  }
}
