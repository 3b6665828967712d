package org.aludel.orm.metamodel;

import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.sql.Bind;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Rewriter;
import org.aludel.sql.Sql;

/**
 * Writes the values of an expression into its text: statements that the factory compiles once have
 * no parameters but keys.
 */
public final class ConstantValues extends Rewriter {
  private final String place;

  private ConstantValues(String place) {
    this.place = place;
  }

  /**
   * The expression without parameters.
   *
   * @param place the attribute, as messages quote it
   */
  public static Expression<?> in(Expression<?> expression, String place) {
    return new ConstantValues(place).expression(expression);
  }

  /** As above for a condition. */
  static Predicate in(Predicate condition, String place) {
    return new ConstantValues(place).predicate(condition);
  }

  /** What is asked of rows behind a relationship is not written out yet. */
  @Override
  public Expression<?> visitUnresolved(Predicate.Unresolved node) {
    return node instanceof RelationshipExists exists && exists.condition() != null
        ? new RelationshipExists(
            exists.relationship(), predicate(exists.condition()), exists.below())
        : node;
  }

  @Override
  public Expression<?> visitBind(Bind<?> node) {
    return constant(node);
  }

  @Override
  public Expression<?> visitInValues(Predicate.InValues node) {
    return Sql.condition(
        node.negated() ? "? <> ALL (?)" : "? = ANY (?)",
        expression(node.operand()),
        constant(node.values()));
  }

  private <T> Expression<T> constant(Bind<T> node) {
    if (node.parameter() != null) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot use the expression of \"" + place + "\"")
              .found("the parameter \"" + node.parameter().name() + "\" in it")
              .expected("values that are always the same")
              .fix("select the expression where the value is known"));
    }
    T value = node.value();
    return value == null ? Sql.nullOf(node.type()) : Sql.literal(node.type(), value);
  }
}
