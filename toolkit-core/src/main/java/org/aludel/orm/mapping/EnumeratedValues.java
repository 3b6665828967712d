package org.aludel.orm.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.EnumConstants;
import org.aludel.instrument.FieldModel;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Columns of enums that keep what is stored in a field marked {@code @EnumeratedValue}. */
final class EnumeratedValues {
  /** The class that is read and written for each class of such a field. */
  private static final Map<Class<?>, Class<?>> STORED =
      Map.of(
          String.class, String.class,
          byte.class, short.class,
          short.class, short.class,
          int.class, int.class);

  private EnumeratedValues() {}

  /** Whether the class of an attribute is such an enum. */
  static boolean has(FieldModel field) {
    return field.type().isEnum() && !marked(field.type()).isEmpty();
  }

  private static List<FieldModel> marked(Class<?> type) {
    return new ClassReader()
        .read(type).fields().stream()
            .filter(EntityDraft::isAttribute)
            .filter(one -> one.annotations().has(Words.ENUMERATED_VALUE))
            .toList();
  }

  /** The type, or null after a fault was added. */
  static @Nullable SqlType<?> of(FieldModel field, ColumnTypes types) {
    List<FieldModel> marked = marked(field.type());
    Class<?> stored = STORED.get(marked.get(0).type());
    boolean text = stored == String.class;
    boolean agrees =
        field
            .annotations()
            .find(Words.ENUMERATED)
            .map(one -> one.text("value", "ORDINAL").equals("STRING") == text)
            .orElse(true);
    String place = Faults.place(field.declaredIn(), field.name());
    if (marked.size() != 1 || stored == null || !agrees || field.annotations().has(Words.PG_ENUM)) {
      types.faults().add(place, MappingRules.fault("enumerated-value", place, field.typeName()));
      return null;
    }
    FieldModel plain = field.withType(stored, List.of());
    Optional<AnnotationValues> column = field.annotations().find(Words.COLUMN);
    SqlType<?> natural = types.natural(plain, place, column);
    return natural == null
        ? null
        : EnumConstants.stored(constants(field.type()), marked.get(0).name(), natural);
  }

  /** Stands for any enum in signatures that need one. */
  private enum Constant {}

  @SuppressWarnings("unchecked") // the caller saw that the class is an enum
  private static Class<Constant> constants(Class<?> type) {
    return (Class<Constant>) type;
  }
}
