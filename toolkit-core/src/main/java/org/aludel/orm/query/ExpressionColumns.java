package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.HybridMethod;
import org.aludel.orm.hierarchy.ClassExpressions;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.metamodel.ConstantValues;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.sql.Expression;

/** Attributes that are expressions: the rows of their classes are those of a query. */
public final class ExpressionColumns {
  private ExpressionColumns() {}

  /**
   * Lets the models read them, before anybody else uses the models. All expressions are resolved
   * while the classes still stand for their tables, so that one may ask for rows of its own class.
   */
  public static void fill(EntityModels models) {
    Map<Mapper<?>, ClassExpressions> found = new LinkedHashMap<>();
    for (Mapper<?> mapper : models.registry().mappers()) {
      Map<BasicProperty, Expression<?>> expressions = new LinkedHashMap<>();
      for (BasicProperty basic : of(mapper.ownBasics())) {
        Expression<?> said = (Expression<?>) HybridMethod.call(mapper.annotated(), basic.name());
        Expression<?> resolved = new EntityRewriter(models, LoadCriteria.NONE).resolved(said);
        String place = mapper.type().getName() + "." + basic.name();
        expressions.put(basic, ConstantValues.in(resolved, place));
      }
      if (!expressions.isEmpty()) {
        EntityView view = models.of(mapper).view();
        found.put(mapper, new ClassExpressions(mapper, view, expressions));
      }
    }
    if (!found.isEmpty()) {
      models.registry().mappers().forEach(mapper -> models.of(mapper).view().fill(found));
    }
  }

  private static List<BasicProperty> of(List<BasicProperty> basics) {
    List<BasicProperty> all = new ArrayList<>();
    for (BasicProperty basic : basics) {
      if (basic.isExpression() && !basic.isQueryExpression()) {
        all.add(basic);
      }
    }
    return all;
  }

  /** Refuses whole objects of a class that has such attributes, where its table is meant. */
  static void refuseWhole(Mapper<?> mapper) {
    for (Mapper<?> each : mapper.selfAndBelow()) {
      List<BasicProperty> expressions = of(each.basics());
      if (!expressions.isEmpty()) {
        throw refused(each.type(), expressions.get(0).name());
      }
    }
  }

  /**
   * Refuses such an attribute where a statement has no rows that hold it.
   *
   * @param rows whether the statement reads rows of the class, not its table alone
   */
  static void requireRead(EntityModel<?> model, BasicProperty attribute, boolean rows) {
    Class<?> type = model.mapper().type();
    if (attribute.isQueryExpression()) {
      throw unfilled(type, attribute.name());
    }
    if (!rows || !model.view().isFilled()) {
      throw refused(type, attribute.name());
    }
  }

  /** The refusal of an attribute that only objects have. */
  private static UsageException unfilled(Class<?> type, String attribute) {
    String name = type.getName() + "." + attribute;
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot use \"" + name + "\" in a statement")
            .found("an attribute without an expression but the one that withExpression(…) gives")
            .expected("attributes in columns, and expressions")
            .fix("write the expression itself, here as in the option"));
  }

  /** The refusal of such an attribute where the table itself is meant. */
  private static UsageException refused(Class<?> type, String attribute) {
    return ClassExpressions.refused(type.getName() + "." + attribute);
  }
}
