package org.aludel.sql.operator;

import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * What can be asked of an array of one dimension. Indexes begin at 1, as the server counts.
 *
 * <pre>{@code
 * select(POST.id).where(POST.tags.overlaps(List.of("java", "sql")), POST.tags.at(1).eq("java"))
 * }</pre>
 *
 * <p>Source: PostgreSQL 18 §9.19, §9.25. Methods that need the type of elements refuse arrays of
 * more dimensions with {@code UNSUPPORTED_STATEMENT}.
 *
 * @param <E> the class of elements
 */
public interface ArrayOperators<E> {
  /** The array itself. */
  Expression<List<E>> array();

  /** Whether an element equals the value; {@link #containsAll} is what a GIN index answers. */
  default Predicate has(E value) {
    return any(Predicate.Operator.EQUAL, value);
  }

  /**
   * Whether {@code element operator value} is true of at least one element: {@code any(GREATER, 5)}
   * asks for an element above 5.
   */
  default Predicate any(Predicate.Operator operator, E value) {
    return quantified("ANY", operator, value);
  }

  /** Whether {@code element operator value} is true of every element; of none it is true. */
  default Predicate all(Predicate.Operator operator, E value) {
    return quantified("ALL", operator, value);
  }

  private Predicate quantified(String word, Predicate.Operator operator, E value) {
    SqlType<E> element = elementType();
    Expression<E> elements = Nodes.call(word, element, array());
    return new Predicate.Comparison(
        Nodes.value(element, value, array()), mirrored(operator), elements);
  }

  private static Predicate.Operator mirrored(Predicate.Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> operator;
      case LESS -> Predicate.Operator.GREATER;
      case LESS_OR_EQUAL -> Predicate.Operator.GREATER_OR_EQUAL;
      case GREATER -> Predicate.Operator.LESS;
      case GREATER_OR_EQUAL -> Predicate.Operator.LESS_OR_EQUAL;
      case DISTINCT, NOT_DISTINCT ->
          throw new CompileException(
              Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot compare the elements of an array")
                  .found(operator.sql())
                  .expected("one of = <> < <= > >=, which ANY and ALL take"));
    };
  }

  /** Whether each of the values is an element: {@code @>}. */
  default Predicate containsAll(List<E> values) {
    return containsAll(whole(values));
  }

  /** Whether each element of the other is one of this: {@code @>}. */
  default Predicate containsAll(Expression<List<E>> other) {
    return Nodes.holds(array(), "@>", other);
  }

  /** Whether each element is one of the values: {@code <@}. */
  default Predicate containedIn(List<E> values) {
    return containedIn(whole(values));
  }

  /** Whether each element is one of the other: {@code <@}. */
  default Predicate containedIn(Expression<List<E>> other) {
    return Nodes.holds(array(), "<@", other);
  }

  /** Whether they have an element in common: {@code &&}. */
  default Predicate overlaps(List<E> values) {
    return overlaps(whole(values));
  }

  /** Whether they have an element in common: {@code &&}. */
  default Predicate overlaps(Expression<List<E>> other) {
    return Nodes.holds(array(), "&&", other);
  }

  /** The element at an index; NULL where there is none. */
  default Expression<E> at(int index) {
    return at(Sql.literal(index));
  }

  /** The element at an index; NULL where there is none. */
  default Expression<E> at(Expression<Integer> index) {
    return new Scalar.Subscript<>(elementType(), array(), index);
  }

  /** The elements from one index to another, both included; what is out of bounds is left out. */
  default ArrayExpression<E> slice(int first, int last) {
    return ArrayExpression.of(
        new Scalar.Slice<>(array().type(), array(), Sql.literal(first), Sql.literal(last)));
  }

  /** The elements from an index to the end, that one included: {@code tags[2:]}. */
  default ArrayExpression<E> sliceFrom(int first) {
    return ArrayExpression.of(
        new Scalar.Slice<>(array().type(), array(), Sql.literal(first), null));
  }

  /** The elements from the beginning to an index, that one included: {@code tags[:3]}. */
  default ArrayExpression<E> sliceTo(int last) {
    return ArrayExpression.of(new Scalar.Slice<>(array().type(), array(), null, Sql.literal(last)));
  }

  /** How many elements: 0 of an empty array. */
  default Expression<Integer> length() {
    return Nodes.call("cardinality", SqlTypes.INTEGER, array());
  }

  /** The index of the first element that equals the value; NULL where none does. */
  default Expression<Integer> indexOf(E value) {
    return Nodes.call("array_position", SqlTypes.INTEGER, array(), single(value));
  }

  /** With one element more at the end. */
  default ArrayExpression<E> append(E value) {
    return changed("array_append", array(), single(value));
  }

  /** With one element more at the beginning. */
  default ArrayExpression<E> prepend(E value) {
    return changed("array_prepend", single(value), array());
  }

  /** Without the elements that equal the value. */
  default ArrayExpression<E> without(E value) {
    return changed("array_remove", array(), single(value));
  }

  /** The elements as one text; those that are NULL are left out. */
  default Expression<String> joined(String separator) {
    return Nodes.call(
        "array_to_string", SqlTypes.TEXT, array(), new Bind<>(SqlTypes.TEXT, separator));
  }

  private ArrayExpression<E> changed(String function, Expression<?>... arguments) {
    return ArrayExpression.of(Nodes.call(function, array().type(), arguments));
  }

  private Expression<List<E>> whole(List<E> values) {
    return Nodes.value(array().type(), values, array());
  }

  private Expression<E> single(E value) {
    return Nodes.value(elementType(), value, array());
  }

  private SqlType<E> elementType() {
    return Nodes.inner(array(), "elements");
  }
}
