package org.aludel.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What {@code @TypeMap} says above an entity, nearest first. */
final class TypeMaps {
  static final String TYPE_MAP = Mirrors.OWN + "TypeMap";
  private static final String USER_TYPE = "org.aludel.type.UserType";

  private final EntityInspector inspector;

  TypeMaps(EntityInspector inspector) {
    this.inspector = inspector;
  }

  /** The type that speaks for an attribute's class. */
  Optional<TypeElement> of(TypeElement entity, AttributeField field) {
    return Stream.<TypeElement>iterate(
            entity, each -> each != null, each -> EntityInspector.superclass(each))
        .flatMap(each -> types(each).stream())
        .filter(type -> speaksFor(type, field.type()))
        .findFirst();
  }

  private boolean speaksFor(TypeElement type, TypeMirror attribute) {
    List<? extends TypeMirror> arguments =
        implemented(type, inspector).map(DeclaredType::getTypeArguments).orElse(List.of());
    if (arguments.isEmpty()) {
      arguments =
          ConverterInspector.implemented(
                  type.asType(),
                  ConverterInspector.INTERFACE,
                  inspector.environment().getTypeUtils())
              .map(DeclaredType::getTypeArguments)
              .orElse(List.of());
    }
    return !arguments.isEmpty() && TypeNames.of(arguments.get(0)).equals(TypeNames.of(attribute));
  }

  /** The interface as a user's type implements it. */
  static Optional<DeclaredType> implemented(TypeElement type, EntityInspector inspector) {
    return ConverterInspector.implemented(
        type.asType(), USER_TYPE, inspector.environment().getTypeUtils());
  }

  private static List<TypeElement> types(TypeElement type) {
    return Mirrors.find(type, TYPE_MAP)
        .map(mirror -> Mirrors.types(mirror, "value"))
        .orElse(List.of());
  }

  /** Refuses what a class and those above it list and what is no type of a user's. */
  void check(TypeElement entity, Refusals refusals) {
    for (TypeElement each = entity; each != null; each = EntityInspector.superclass(each)) {
      for (TypeElement type : types(each)) {
        String place = Mirrors.place(each);
        boolean fits =
            (implemented(type, inspector).isPresent()
                    || ConverterInspector.isConverter(type, inspector))
                && ConverterInspector.isCreatable(type);
        if (!fits) {
          refusals.add("type-map", each, place, Mirrors.place(type));
        }
      }
    }
  }
}
