package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
      throw Bind.unknown(name, parameters.others);
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
    return new Bind<>(node.type(), node.checked(value), new Bind.Parameter<>(name, true, null));
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
