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

  default Predicate not() {
    return new Not(this);
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
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitIsNull(this);
    }
  }

  /** {@code [NOT] BETWEEN}. */
  record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean negated)
      implements Predicate {
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
    static <T> InValues of(Expression<T> operand, Collection<? extends T> values, boolean not) {
      List<T> list = new ArrayList<>(values.size());
      for (T value : values) {
        list.add(Refusals.notNull(value, operand));
      }
      return new InValues(operand, new Bind<>(ArrayTypes.ofValues(operand.type()), list), not);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitInValues(this);
    }
  }

  /** {@code [NOT] IN (SELECT …)}. */
  record InSubquery(Expression<?> operand, Query<?> select, boolean negated) implements Predicate {
    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitInSubquery(this);
    }
  }

  /**
   * {@code [NOT] LIKE}.
   *
   * @param escaped whether the pattern holds {@link #ESCAPE} before what must be taken literally
   */
  record Like(Expression<?> operand, Expression<String> pattern, boolean anyCase, boolean escaped)
      implements Predicate {
    /** No backslash: its meaning in a literal depends on a server setting. */
    public static final char ESCAPE = '/';

    static Like of(Expression<?> operand, String pattern, boolean anyCase) {
      Refusals.requireText(operand);
      return new Like(operand, bind(operand, pattern), anyCase, false);
    }

    static Like literally(Expression<?> operand, String before, String text, String after) {
      Refusals.requireText(operand);
      String quoted =
          Refusals.notNull(text, operand).replace("/", "//").replace("%", "/%").replace("_", "/_");
      return new Like(operand, bind(operand, before + quoted + after), false, true);
    }

    private static Bind<String> bind(Expression<?> operand, String pattern) {
      return Bind.compared(SqlTypes.TEXT, pattern, operand);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitLike(this);
    }
  }

  /** All of them; never fewer than two. */
  record And(List<Predicate> parts) implements Predicate {
    public And {
      parts = List.copyOf(parts);
    }

    /** The conjunction, flat; a single part is itself. */
    static Predicate of(List<Predicate> parts) {
      Refusals.requireSome(parts, "AND");
      List<Predicate> flat = new ArrayList<>();
      for (Predicate part : parts) {
        flat.addAll(part instanceof And and ? and.parts : List.of(part));
      }
      return flat.size() == 1 ? flat.get(0) : new And(flat);
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

    /** The disjunction, flat; a single part is itself. */
    static Predicate of(List<Predicate> parts) {
      Refusals.requireSome(parts, "OR");
      List<Predicate> flat = new ArrayList<>();
      for (Predicate part : parts) {
        flat.addAll(part instanceof Or or ? or.parts : List.of(part));
      }
      return flat.size() == 1 ? flat.get(0) : new Or(flat);
    }

    @Override
    public <V> V accept(ExpressionVisitor<V> visitor) {
      return visitor.visitOr(this);
    }
  }

  /** The opposite. */
  record Not(Predicate operand) implements Predicate {
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
