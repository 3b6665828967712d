package org.aludel.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads relationships by a condition. The mapping at run time finds the same faults in {@code
 * org.aludel.instrument.ConditionMethod}.
 */
final class JoinConditionInspector {
  static final String JOIN_CONDITION = Mirrors.OWN + "JoinCondition";

  private static final String PREDICATE = "org.aludel.sql.Predicate";
  private static final String MANY_TO_MANY = Mirrors.JAKARTA + "ManyToMany";

  private final AttributeInspector attributes;
  private final Refusals refusals;

  JoinConditionInspector(AttributeInspector attributes, Refusals refusals) {
    this.attributes = attributes;
    this.refusals = refusals;
  }

  /** The attribute, or null after a refusal. */
  @Nullable AttributeModel inspect(TypeElement entity, AttributeField field, AttributeKind kind) {
    boolean toOne = kind == AttributeKind.TO_ONE_BY_CONDITION;
    TypeElement type =
        toOne ? AttributeInspector.element(field.type()) : AttributeInspector.container(field);
    TypeElement target = toOne ? MappingClasses.target(field) : MapKeyInspector.target(field);
    if (type == null || target == null) {
      return refuse(shape(field, toOne), field, attributes.raw(field.type()));
    }
    if (!AttributeInspector.isEntity(target)) {
      return refuse("target", field, Mirrors.place(target));
    }
    if (type.getQualifiedName().contentEquals(WriteOnlyRule.TYPE)) {
      return refuse("write-only", field, "@JoinCondition");
    }
    String writes = writes(field);
    return writes == null
        ? inspect(entity, field, target, toOne)
        : refuse("join-condition-writes", field, writes);
  }

  /** What is wrong with the class of an attribute. */
  private static String shape(AttributeField field, boolean toOne) {
    String collection = field.has(MANY_TO_MANY) ? "many-class" : "collection";
    return toOne ? "target" : collection;
  }

  private @Nullable AttributeModel inspect(
      TypeElement entity, AttributeField field, TypeElement target, boolean toOne) {
    TypeElement owner = Inheritance.level(attributes.inspector(), entity, field.declaredIn());
    String obstacle = obstacle(owner, field, target);
    if (obstacle != null) {
      String name = field.element().getSimpleName().toString();
      return refuse("join-condition", field, obstacle, name, simpleName(owner), simpleName(target));
    }
    new MapKeyInspector(attributes.inspector(), refusals).check(field, target);
    return model(field, toOne, target, owner);
  }

  /** What only a relationship with a key or rows of its own can promise, or null. */
  private static @Nullable String writes(AttributeField field) {
    String relationship = AttributeKind.relationships(field).get(0);
    AnnotationMirror said = Mirrors.find(field.element(), relationship).orElseThrow();
    if (!AttributeKind.mappedBy(field).isEmpty()) {
      return "mappedBy";
    }
    if (!Mirrors.texts(said, "cascade").isEmpty()) {
      return "cascade";
    }
    if (Mirrors.text(said, "orphanRemoval").equals("true")) {
      return "orphanRemoval";
    }
    return Mirrors.unlessFalse(said, "optional") ? null : "optional = false";
  }

  private @Nullable String obstacle(TypeElement owner, AttributeField field, TypeElement target) {
    List<ExecutableElement> candidates =
        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(method -> method.getSimpleName().equals(field.element().getSimpleName()))
            .filter(method -> method.getParameters().size() == 2)
            .toList();
    if (candidates.isEmpty()) {
      return "no method of its name with two parameters";
    }
    List<String> obstacles = new ArrayList<>();
    for (ExecutableElement method : candidates) {
      String obstacle = obstacle(method, owner, target);
      if (obstacle == null) {
        return null;
      }
      obstacles.add(obstacle);
    }
    return Collections.min(obstacles);
  }

  private @Nullable String obstacle(
      ExecutableElement method, TypeElement owner, TypeElement target) {
    String form = HybridRule.form(method);
    if (form != null) {
      return form;
    }
    if (!TypeNames.of(method.getReturnType()).equals(PREDICATE)) {
      return "a method that does not return Predicate";
    }
    List<? extends VariableElement> parameters = method.getParameters();
    if (!isMetamodel(parameters.get(0), owner)) {
      return "a method whose first parameter is not " + simpleName(owner);
    }
    return isMetamodel(parameters.get(1), target)
        ? null
        : "a method whose second parameter is not " + simpleName(target);
  }

  /** The metamodel is not there at the first compilation: only its name is known then. */
  private boolean isMetamodel(VariableElement parameter, TypeElement entity) {
    TypeMirror type = parameter.asType();
    if (type.getKind() == TypeKind.ERROR) {
      return attributes
          .inspector()
          .environment()
          .getTypeUtils()
          .asElement(type)
          .getSimpleName()
          .contentEquals(simpleName(entity));
    }
    return TypeNames.of(type).equals(name(entity));
  }

  private AttributeModel model(
      AttributeField field, boolean toOne, TypeElement target, TypeElement owner) {
    String name = field.element().getSimpleName().toString();
    String condition =
        "%s.%s(%s.as(owner), %s.as(other))"
            .formatted(owner.getQualifiedName(), name, constant(owner), constant(target));
    LinkModel link =
        new LinkModel(
            EntityInspector.schema(target),
            EntityInspector.table(target),
            EntityInspector.simpleName(owner) + "." + name,
            List.of(),
            null,
            condition);
    return new AttributeModel(
        field.element(),
        field.owner(),
        attributes.raw(field.type()),
        attributes.fieldType(field),
        Mirrors.place(target),
        toOne ? AttributeModel.Kind.INVERSE_TO_ONE : AttributeModel.Kind.TO_MANY,
        null,
        false,
        "",
        "",
        link);
  }

  /** The metamodel under its table's own name. */
  private String constant(TypeElement entity) {
    return name(entity) + "." + SnakeCase.constant(EntityInspector.simpleName(entity));
  }

  private String name(TypeElement entity) {
    String home = home(entity);
    return home.isEmpty() ? simpleName(entity) : home + "." + simpleName(entity);
  }

  private String simpleName(TypeElement entity) {
    return EntityModel.metamodelName(entity, home(entity));
  }

  private String home(TypeElement entity) {
    return attributes
        .inspector()
        .environment()
        .getElementUtils()
        .getPackageOf(entity)
        .getQualifiedName()
        .toString();
  }

  private @Nullable AttributeModel refuse(String fault, AttributeField field, String... values) {
    refusals.add(fault, field.element(), field.place(), values);
    return null;
  }
}
