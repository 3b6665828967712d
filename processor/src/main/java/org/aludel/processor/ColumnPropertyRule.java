package org.aludel.processor;

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
    for (AttributeField field : inspector.attributeFields(entity)) {
      if (AttributeKind.of(field) != AttributeKind.EXPRESSION || refusals.at(field.place())) {
        continue;
      }
      String name = field.element().getSimpleName().toString();
      String type =
          TypeNames.boxed(
              TypeNames.of(inspector.environment().getTypeUtils().erasure(field.type())));
      if (Inheritance.superEntity(entity) != null) {
        refusals.add("column-property-hierarchy", field.element(), field.place());
      } else if (!hybrids.has(entity, name, type)) {
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
