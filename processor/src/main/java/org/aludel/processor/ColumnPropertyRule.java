package org.aludel.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** Checks attributes that are expressions: each needs a method that gives its expression. */
final class ColumnPropertyRule {
  static final String COLUMN_PROPERTY = Mirrors.OWN + "ColumnProperty";
  static final String QUERY_EXPRESSION = Mirrors.OWN + "QueryExpression";

  private final EntityInspector inspector;
  private final Refusals refusals;

  ColumnPropertyRule(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  void check(TypeElement entity) {
    HybridRule hybrids = new HybridRule(inspector.environment());
    TypeElement above = Inheritance.superEntity(entity);
    List<TypeElement> others = above == null ? List.of() : inspector.mappedClasses(above);
    for (AttributeField field : inspector.attributeFields(entity)) {
      boolean own = !others.contains(field.declaredIn());
      if (AttributeKind.of(field) != AttributeKind.EXPRESSION
          || !own
          || refusals.at(field.place())) {
        continue;
      }
      String name = field.element().getSimpleName().toString();
      String type =
          TypeNames.boxed(
              TypeNames.of(inspector.environment().getTypeUtils().erasure(field.type())));
      if (!hybrids.has(entity, name, type)) {
        refusals.add(
            "column-property",
            field.element(),
            field.place(),
            name,
            type,
            hybrids.metamodel(entity));
      }
    }
  }
}
