package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ConverterModel;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.UserTypeModel;
import org.jspecify.annotations.Nullable;

/** What {@code @TypeMap} says above an entity: as if its attributes were {@code @StoredAs}. */
final class TypeMaps {
  private static final Set<String> SAYING =
      Set.of(
          Words.ID,
          Words.EMBEDDED_ID,
          Words.VERSION,
          Words.GENERATED_VALUE,
          Words.CONVERT,
          Words.ENUMERATED,
          Words.PG_ENUM,
          Words.SQL_TYPE,
          Words.JSON,
          Words.STORED_AS,
          Words.MANY_TO_ONE,
          Words.ONE_TO_ONE,
          Words.ONE_TO_MANY);

  /**
   * A type or converter with the classes that it speaks for.
   *
   * @param annotation that names it on an attribute
   */
  private record Named(
      String annotation,
      String member,
      Class<?> name,
      Class<?> attribute,
      List<Class<?>> arguments) {
    /** What the class of a type or converter is; null where it is neither. */
    static @Nullable Named of(Class<?> name) {
      UserTypeModel type = UserTypeModel.of(name);
      if (type != null) {
        return new Named(Words.STORED_AS, "value", name, type.attribute(), type.arguments());
      }
      ConverterModel converter = ConverterModel.of(name);
      return converter == null
          ? null
          : new Named(Words.CONVERT, "converter", name, converter.attribute(), List.of());
    }

    AnnotationValues asAnnotation() {
      return new AnnotationValues(annotation, Map.of(member, name), Set.of(member));
    }
  }

  private final List<Named> types = new ArrayList<>();
  private final Faults faults;

  TypeMaps(Faults faults) {
    this.faults = faults;
  }

  /** Adds what a class says; those nearer to the entity are added before. */
  void add(ClassModel model) {
    Object value =
        model
            .annotations()
            .find(Words.TYPE_MAP)
            .map(one -> one.values().get("value"))
            .orElse(List.of());
    for (Object one : value instanceof List<?> list ? list : List.of(value)) {
      Class<?> name = (Class<?>) one;
      Named found = Named.of(name);
      if (found == null) {
        String place = Faults.place(model.type(), null);
        faults.add(place, MappingRules.fault("type-map", place, Faults.place(name, null)));
      } else {
        types.add(found);
      }
    }
  }

  /** The class with the attributes as the maps have them. */
  ClassModel applied(ClassModel model) {
    return types.isEmpty()
        ? model
        : new ClassModel(
            model.type(),
            model.annotated(),
            model.annotations(),
            model.packageAnnotations(),
            model.fields().stream().map(this::applied).toList(),
            model.methods());
  }

  private FieldModel applied(FieldModel field) {
    Named named = says(field) ? null : typeOf(field);
    if (named == null) {
      return field;
    }
    AnnotationValues stored = named.asAnnotation();
    return field.withAnnotations(
        new Annotations(
            Stream.concat(field.annotations().all().stream(), Stream.of(stored)).toList()));
  }

  private static boolean says(FieldModel field) {
    Optional<AnnotationValues> column = field.annotations().find(Words.COLUMN);
    return SAYING.stream().anyMatch(field.annotations()::has)
        || OwnTypes.SIZES.stream()
            .anyMatch(member -> column.map(one -> one.has(member)).orElse(false));
  }

  private @Nullable Named typeOf(FieldModel field) {
    return types.stream()
        .filter(one -> one.attribute() == field.type())
        .filter(one -> one.arguments().equals(field.typeArguments()))
        .findFirst()
        .orElse(null);
  }
}
