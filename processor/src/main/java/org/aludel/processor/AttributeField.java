package org.aludel.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A field as an entity has it.
 *
 * @param declaredIn the entity or a mapped superclass
 * @param type with what stands for the type variables of the superclass
 * @param embedded the embedded attribute that it is a member of, or null
 * @param derived where its values come from, for an id that a reference holds; else null
 * @param overrides what is said of the attributes of its elements, or null
 */
record AttributeField(
    TypeElement declaredIn,
    VariableElement element,
    TypeMirror type,
    @Nullable EmbeddedModel embedded,
    @Nullable DerivedModel derived,
    @Nullable Overrides overrides) {
  /** A field of the entity itself or of a mapped superclass. */
  AttributeField(TypeElement declaredIn, VariableElement element, TypeMirror type) {
    this(declaredIn, element, type, null, null, null);
  }

  /** The same field as a member of an embedded attribute. */
  AttributeField in(EmbeddedModel parent) {
    return new AttributeField(declaredIn, element, type, parent, derived, overrides);
  }

  /** The same field with other annotations. */
  AttributeField with(VariableElement other) {
    return new AttributeField(declaredIn, other, type, embedded, derived, overrides);
  }

  /** The same id with the values that a reference holds. */
  AttributeField from(DerivedModel source) {
    return new AttributeField(declaredIn, element, type, embedded, source, overrides);
  }

  /** The same collection with what is said of the attributes of its elements. */
  AttributeField with(Overrides below) {
    return new AttributeField(declaredIn, element, type, embedded, derived, below);
  }

  /** As the metamodel names a column that refers to it: {@code number} for {@code id.number}. */
  String keyName() {
    List<String> parts = List.of(path().split("\\.", -1));
    boolean inside = parts.size() > 1 && (derived == null || !derived.implied());
    StringBuilder name = new StringBuilder();
    for (String part : inside ? parts.subList(1, parts.size()) : parts) {
      String first = part.substring(0, 1);
      name.append(name.length() == 0 ? first : first.toUpperCase(Locale.ROOT));
      name.append(part.substring(1));
    }
    return name.toString();
  }

  /** The name of its column. */
  String column() {
    return derived == null ? AttributeInspector.column(element) : derived.column();
  }

  /** The field that holds its values: of a mapping class that of the class that it maps. */
  VariableElement stored() {
    if (!MappingClasses.isMapping(declaredIn)) {
      return element;
    }
    VariableElement found = MappingClasses.field(declaredIn, element.getSimpleName().toString());
    return found == null ? element : found;
  }

  /** Full name of the class whose field it is. */
  String owner() {
    return MappingClasses.isMapping(declaredIn)
            && stored().getEnclosingElement() instanceof TypeElement type
        ? Mirrors.place(type)
        : Mirrors.place(declaredIn);
  }

  /** As messages quote it. */
  String place() {
    return Mirrors.place(declaredIn, element);
  }

  /** Whether it is an id, or a member of one that is embedded. */
  boolean id() {
    return has(Mirrors.JAKARTA + "Id") || derived != null || (embedded != null && embedded.id());
  }

  /** The names of the fields that lead to it, with dots between them. */
  String path() {
    if (derived != null && derived.implied()) {
      return derived.path();
    }
    String name = element.getSimpleName().toString();
    return embedded == null ? name : embedded.path() + "." + name;
  }

  boolean has(String annotation) {
    return Mirrors.has(element, annotation);
  }
}
