package org.aludel.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the attributes of elements that are the keys of maps, as the mapping does at run time. */
final class MapKeyInspector {
  private static final String MAP_KEY = Mirrors.JAKARTA + "MapKey";

  private final EntityInspector inspector;
  private final Refusals refusals;

  MapKeyInspector(EntityInspector inspector, Refusals refusals) {
    this.inspector = inspector;
    this.refusals = refusals;
  }

  /** The class that carries the annotations of what a collection holds, or null. */
  static @Nullable TypeElement target(AttributeField field) {
    return MappingClasses.target(field, element(field));
  }

  /** What a collection holds, by the class of its field; null where it is none of those. */
  static @Nullable TypeElement element(AttributeField field) {
    if (!(field.type() instanceof DeclaredType declared)) {
      return null;
    }
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    if (isMap(field)) {
      return arguments.size() == 2 && field.has(MAP_KEY)
          ? AttributeInspector.element(arguments.get(1))
          : null;
    }
    return arguments.size() == 1 ? AttributeInspector.element(arguments.get(0)) : null;
  }

  static boolean isMap(AttributeField field) {
    TypeElement type = AttributeInspector.element(field.type());
    return type != null && type.getQualifiedName().contentEquals("java.util.Map");
  }

  /** Refuses a map whose keys are no attribute of its elements, and keys of what is no map. */
  void check(AttributeField field, TypeElement target) {
    Optional<AnnotationMirror> said = Mirrors.find(field.element(), MAP_KEY);
    if (said.isEmpty() || !(field.type() instanceof DeclaredType declared)) {
      return;
    }
    if (!isMap(field)) {
      refusals.add("map-key-stray", field.element(), field.place(), raw(field.type()));
      return;
    }
    List<AttributeField> basics = columns(target).toList();
    String name = name(said.get(), basics);
    AttributeField key =
        basics.stream()
            .filter(one -> one.element().getSimpleName().contentEquals(name))
            .findFirst()
            .orElse(null);
    String element = Mirrors.place(target);
    if (key == null) {
      List<String> known =
          basics.stream().map(one -> one.element().getSimpleName().toString()).toList();
      String near = NearName.phrase(name, known);
      refusals.add("map-key-unknown", field.element(), field.place(), name, near, element);
      return;
    }
    String wanted = TypeNames.boxed(raw(key.type()));
    String found = raw(declared.getTypeArguments().get(0));
    if (!found.equals(wanted)) {
      refusals.add(
          "map-key-class", field.element(), field.place(), found, wanted, element + "." + name);
    }
  }

  private Stream<AttributeField> columns(TypeElement target) {
    return inspector.attributeFields(target).stream()
        .filter(one -> AttributeKind.of(one).isRead())
        .filter(one -> AttributeKind.of(one) != AttributeKind.QUERY);
  }

  /** The id where nothing is said. */
  private static String name(AnnotationMirror said, List<AttributeField> basics) {
    String name = Mirrors.text(said, "name");
    List<String> ids =
        basics.stream()
            .filter(one -> one.has(Mirrors.JAKARTA + "Id"))
            .map(one -> one.element().getSimpleName().toString())
            .toList();
    return name.isEmpty() && ids.size() == 1 ? ids.get(0) : name;
  }

  private String raw(TypeMirror type) {
    return TypeNames.of(inspector.environment().getTypeUtils().erasure(type));
  }
}
