package org.aludel.orm.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.loading.NodeSource;
import org.aludel.orm.loading.SourceSwap;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.metamodel.Criteria;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;

/** From criteria over metamodels to conditions over the tables of a registry. */
final class CriteriaResolver {
  private final EntityModels models;

  CriteriaResolver(EntityModels models) {
    this.models = models;
  }

  LoadCriteria resolve(List<Criteria> all) {
    Map<Mapper<?>, Predicate> conditions = new HashMap<>();
    for (Criteria one : all) {
      for (Mapper<?> mapper : models.registry().mappers()) {
        if (type(one).isAssignableFrom(mapper.type())) {
          requireWholeHierarchy(one, mapper);
          Predicate condition = condition(one, models.of(mapper));
          conditions.merge(mapper, condition, (first, second) -> Sql.and(first, second));
        }
      }
    }
    return conditions.isEmpty() ? LoadCriteria.NONE : new LoadCriteria(conditions);
  }

  private static Class<?> type(Criteria criteria) {
    return criteria instanceof Criteria.OfEntity entity
        ? entity.table().rowType()
        : ((Criteria.OfClass) criteria).type();
  }

  private Predicate condition(Criteria criteria, EntityModel<?> model) {
    if (criteria instanceof Criteria.OfClass ofClass) {
      return ofClass.condition().apply(new CriteriaColumns(model));
    }
    Criteria.OfEntity entity = (Criteria.OfEntity) criteria;
    EntityRewriter rewriter = new EntityRewriter(models, LoadCriteria.NONE);
    Predicate resolved = rewriter.condition(entity.condition());
    NodeSource declared = NodeSource.own(models.of(entity.table().rowType()));
    return SourceSwap.between(declared, NodeSource.own(model)).apply(resolved);
  }

  /** Rows of a class above would have to be told apart before they are read. */
  private static void requireWholeHierarchy(Criteria criteria, Mapper<?> mapper) {
    Mapper<?> above = mapper.superMapper();
    if (above != null && !type(criteria).isAssignableFrom(above.type())) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot use " + criteria.describe())
              .found(
                  "\""
                      + mapper.type().getName()
                      + "\", which shares rows with \""
                      + above.type().getName()
                      + "\"")
              .expected("criteria for a whole hierarchy")
              .fix("state them for \"" + mapper.root().type().getName() + "\""));
    }
  }
}
