package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Gives one parameter of a statement its value. */
final class Parameters extends Rewriter {
  private final String name;
  private final @Nullable Object value;
  private final Set<String> others = new TreeSet<>();
  private boolean found;

  private Parameters(String name, @Nullable Object value) {
    this.name = name;
    this.value = value;
  }

  /** The same statement whose parameter of that name has its value. */
  static <S extends Statement<?>> S bound(S statement, String name, @Nullable Object value) {
    Parameters parameters = new Parameters(name, value);
    @SuppressWarnings("unchecked") // a rewriter gives back the kind that it was given
    S bound = (S) statement.accept(parameters);
    if (!parameters.found) {
      throw new CompileException(
          Problem.of(SqlCode.UNKNOWN_PARAMETER, "cannot give parameter \"" + name + "\" a value")
              .found(
                  parameters.others.isEmpty()
                      ? "a statement without parameters"
                      : "the parameters " + String.join(", ", parameters.others))
              .expected("one of them" + Suggestion.phrase(name, parameters.others))
              .fix("Sql.parameter(\"" + name + "\", type) in the statement"));
    }
    return bound;
  }

  @Override
  public Expression<?> visitBind(Bind<?> node) {
    return given(node);
  }

  private <T> Bind<T> given(Bind<T> node) {
    Bind.Parameter<T> parameter = node.parameter();
    if (parameter == null) {
      return node;
    }
    if (!parameter.name().equals(name)) {
      others.add(parameter.name());
      return node;
    }
    found = true;
    return new Bind<>(node.type(), checked(node), new Bind.Parameter<>(name, true, null));
  }

  @SuppressWarnings("NullAway") // NULL is a value of every type
  private <T> @Nullable T checked(Bind<T> node) {
    Refusals.requireClass(node.type(), value, "give parameter \"" + name + "\" a value");
    return node.type().javaType().cast(value);
  }

  @Override
  public Expression<?> visitInValues(Predicate.InValues node) {
    return new Predicate.InValues(expression(node.operand()), given(node.values()), node.negated());
  }

  @Override
  public Statement<?> visitText(TextStatement<?> node) {
    return text(node);
  }

  private <R> TextStatement<R> text(TextStatement<R> node) {
    List<Bind<?>> binds = new ArrayList<>();
    for (Bind<?> bind : node.binds()) {
      binds.add(given(bind));
    }
    return new TextStatement<>(node.sql(), binds, node.projection());
  }
}
