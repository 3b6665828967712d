package org.aludel.orm.query;

import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.metamodel.CriteriaTarget;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;

/** The columns of one of the entities that criteria for a class hold for. */
final class CriteriaColumns implements CriteriaTarget {
  private final EntityModel<?> model;

  CriteriaColumns(EntityModel<?> model) {
    this.model = model;
  }

  @Override
  public Class<?> entity() {
    return model.mapper().type();
  }

  @Override
  public <T> Expression<T> attribute(String name, Class<T> type) {
    Mapper<?> mapper = model.mapper();
    Property property = mapper.property(name).orElse(null);
    if (property instanceof BasicProperty basic && basic.column().type().javaType() == type) {
      EntityView view = model.view();
      @SuppressWarnings("unchecked") // the class was compared just now
      ColumnReference<T> column =
          (ColumnReference<T>) view.column(view.source(null), basic.column());
      return column;
    }
    throw new MappingException(
        Problem.of(
                MappingCode.NOT_MAPPED,
                "cannot find the attribute \"" + mapper.type().getName() + "." + name + "\"")
            .found("criteria for a class that this entity extends or implements")
            .expected("an attribute in a column, of class " + type.getName()));
  }
}
