package org.aludel.orm.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.UserTypeModel;
import org.aludel.orm.annotation.StoredAs;
import org.aludel.type.JavaTypes;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Attributes whose type does not follow from their class: JSON, and types of users. */
final class OwnTypes {
  private static final Set<Class<?>> CONTAINERS = Set.of(List.class, Set.class);

  /** The members of {@code @Column} that say something of the type. */
  static final List<String> SIZES =
      List.of("columnDefinition", "length", "precision", "scale", "secondPrecision");

  private OwnTypes() {}

  /** Whether an annotation of the attribute or of its class says the type. */
  static boolean has(FieldModel field) {
    return field.annotations().has(Words.JSON) || storedAs(field) != null;
  }

  private static @Nullable Class<?> storedAs(FieldModel field) {
    Optional<AnnotationValues> own = field.annotations().find(Words.STORED_AS);
    if (own.isPresent()) {
      return own.get().type("value");
    }
    StoredAs ofClass = field.type().getAnnotation(StoredAs.class);
    return ofClass == null || field.annotations().has(Words.CONVERT) ? null : ofClass.value();
  }

  /** The type, or null after a fault was added. */
  static @Nullable SqlType<?> of(FieldModel field, String place, Faults faults) {
    boolean json = field.annotations().has(Words.JSON);
    String word = json ? "@Json" : "@StoredAs";
    String other = other(field, json);
    if (other != null) {
      faults.add(place, MappingRules.fault("own-type", place, word, other));
      return null;
    }
    SqlType<?> type = json ? json(field) : ofUser(field);
    if (type == null) {
      String fault = json ? "json-class" : "stored-as";
      faults.add(place, MappingRules.fault(fault, place, field.typeName()));
    }
    return type;
  }

  /** What says the type a second time, or null. */
  private static @Nullable String other(FieldModel field, boolean json) {
    Optional<AnnotationValues> column = field.annotations().find(Words.COLUMN);
    Optional<String> member =
        SIZES.stream()
            .filter(one -> column.map(said -> said.has(one)).orElse(false))
            .map(one -> "@Column(" + one + ")")
            .findFirst();
    Stream<String> words =
        Stream.of(Words.STORED_AS, Words.CONVERT, Words.SQL_TYPE, Words.ENUMERATED, Words.PG_ENUM)
            .filter(one -> json || !one.equals(Words.STORED_AS))
            .filter(field.annotations()::has)
            .map(one -> "@" + one.substring(one.lastIndexOf('.') + 1));
    return Stream.concat(words, member.stream()).findFirst().orElse(null);
  }

  private static @Nullable SqlType<?> json(FieldModel field) {
    String name =
        field.annotations().find(Words.JSON).map(one -> one.flag("binary", true)).orElse(true)
            ? "jsonb"
            : "json";
    List<Class<?>> arguments = field.typeArguments();
    if (arguments.isEmpty()) {
      return field.type().isPrimitive() ? null : JavaTypes.json(name, field.type());
    }
    if (CONTAINERS.contains(field.type())) {
      return JavaTypes.json(name, field.type(), arguments.get(0));
    }
    return field.type() == java.util.Map.class && arguments.get(0) == String.class
        ? JavaTypes.json(name, field.type(), String.class, arguments.get(1))
        : null;
  }

  private static @Nullable SqlType<?> ofUser(FieldModel field) {
    Class<?> named = storedAs(field);
    UserTypeModel model = named == null ? null : UserTypeModel.of(named);
    return model != null
            && model.attribute() == field.type()
            && model.arguments().equals(field.typeArguments())
        ? model.type()
        : null;
  }
}
