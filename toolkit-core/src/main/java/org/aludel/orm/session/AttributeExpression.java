package org.aludel.orm.session;

import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.query.QueryResolver;
import org.aludel.orm.state.InstanceState;
import org.aludel.sql.Expression;
import org.aludel.sql.Sql;
import org.aludel.sql.Update;

/** An SQL expression for an attribute of one object, by the names of the session's registry. */
final class AttributeExpression {
  private AttributeExpression() {}

  static <T> void set(
      QueryResolver resolver,
      InstanceState<?> state,
      BasicAttribute<?, T> attribute,
      Expression<T> value) {
    Property property = state.model().mapper().property(attribute.attribute()).orElse(null);
    if (!(property instanceof BasicProperty basic)) {
      throw refused(attribute, "an attribute that " + state.model().mapper() + " does not have");
    }
    boolean fixed =
        !basic.updatable()
            || state.model().ids().contains(basic)
            || basic.equals(state.model().mapper().version());
    if (fixed) {
      throw refused(attribute, "an id, a version, or an attribute that sessions do not write");
    }
    Update<Void> update = Sql.update(attribute.table()).set(attribute, value).all();
    if (!(resolver.resolve(update, LoadPlan.Terms.NONE, List.of()).statement()
        instanceof Update<?> resolved)) {
      throw refused(attribute, "an expression that reads another table than that of the attribute");
    }
    state.expression(basic.slot(), resolved.assignments().get(0).value());
  }

  private static UsageException refused(BasicAttribute<?, ?> attribute, String found) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot set \"" + attribute + "\" to an SQL expression")
            .found(found)
            .expected("an attribute in a column that an UPDATE writes"));
  }
}
