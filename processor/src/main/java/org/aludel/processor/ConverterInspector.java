package org.aludel.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the converter that {@code @Convert} names for an attribute. */
final class ConverterInspector {
  static final String CONVERT = Mirrors.JAKARTA + "Convert";
  static final String INTERFACE = Mirrors.JAKARTA + "AttributeConverter";

  private final EntityInspector inspector;

  ConverterInspector(EntityInspector inspector) {
    this.inspector = inspector;
  }

  /**
   * What a converter makes of an attribute.
   *
   * @param stored the class that is stored
   * @param kind how that one is stored
   * @param sqlType source text of the whole type
   */
  record Conversion(String stored, ValueKind kind, String sqlType) {}

  /** Whether a converter is named for an attribute, by itself or above its entity. */
  boolean has(TypeElement entity, AttributeField field) {
    return field.has(CONVERT)
        ? !isDisabled(field)
        : !field.has(OwnTypeInspector.JSON) && mapped(entity, field) != null;
  }

  private static boolean isDisabled(AttributeField field) {
    return Mirrors.find(field.element(), CONVERT)
        .map(mirror -> Mirrors.text(mirror, "disableConversion").equals("true"))
        .orElse(false);
  }

  private @Nullable TypeElement named(TypeElement entity, AttributeField field) {
    return field.has(CONVERT)
        ? Mirrors.find(field.element(), CONVERT)
            .flatMap(mirror -> Mirrors.type(mirror, "converter"))
            .orElse(null)
        : mapped(entity, field);
  }

  private @Nullable TypeElement mapped(TypeElement entity, AttributeField field) {
    return OwnTypeInspector.says(field)
        ? null
        : new TypeMaps(inspector)
            .of(entity, field)
            .filter(type -> isConverter(type, inspector))
            .orElse(null);
  }

  /** Whether a class implements the interface of converters. */
  static boolean isConverter(TypeElement type, EntityInspector inspector) {
    return implemented(type.asType(), INTERFACE, inspector.environment().getTypeUtils())
        .isPresent();
  }

  /** The conversion, or null where the annotation and the attribute do not fit. */
  @Nullable Conversion inspect(TypeElement entity, AttributeField field) {
    TypeElement converter = named(entity, field);
    if (converter == null
        || !inspector.visibility().visible(converter, entity)
        || !isCreatable(converter)) {
      return null;
    }
    Types types = inspector.environment().getTypeUtils();
    List<? extends TypeMirror> arguments =
        implemented(converter.asType(), INTERFACE, types)
            .map(DeclaredType::getTypeArguments)
            .orElse(List.of());
    if (arguments.size() != 2 || !fits(arguments.get(0), field)) {
      return null;
    }
    String stored = TypeNames.of(arguments.get(1));
    ValueKind kind = ValueKind.of(stored).orElse(null);
    return kind == null
        ? null
        : new Conversion(stored, kind, text(entity, field, converter, kind, stored));
  }

  private static boolean fits(TypeMirror attribute, AttributeField field) {
    String name = TypeNames.of(attribute);
    return name.indexOf('<') < 0 && name.equals(TypeNames.of(field.type()));
  }

  static boolean isCreatable(TypeElement converter) {
    boolean constructor =
        ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
            .filter(one -> one.getParameters().isEmpty())
            .map(ExecutableElement::getModifiers)
            .anyMatch(
                modifiers ->
                    !modifiers.contains(Modifier.PRIVATE)
                        && !modifiers.contains(Modifier.PROTECTED));
    boolean inner =
        converter.getNestingKind() != NestingKind.TOP_LEVEL
            && !converter.getModifiers().contains(Modifier.STATIC);
    return constructor && !inner && !converter.getModifiers().contains(Modifier.ABSTRACT);
  }

  /** An interface as a type implements it, with its arguments. */
  static Optional<DeclaredType> implemented(TypeMirror type, String wanted, Types types) {
    if (type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(wanted)) {
      return Optional.of(declared);
    }
    return types.directSupertypes(type).stream()
        .map(above -> implemented(above, wanted, types))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String text(
      TypeElement entity,
      AttributeField field,
      TypeElement converter,
      ValueKind kind,
      String stored) {
    String made = "new " + converter.getQualifiedName() + "()";
    return "%s.as(%s.class, %s::convertToEntityAttribute, %s::convertToDatabaseColumn)"
        .formatted(
            SqlTypeText.of(entity, field.element(), kind, stored),
            TypeNames.of(field.type()),
            made,
            made);
  }
}
