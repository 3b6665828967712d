package org.aludel.orm.mapping;

import jakarta.persistence.AttributeConverter;
import java.math.BigDecimal;
import java.util.Optional;
import org.aludel.error.Problem;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.ConverterModel;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.QualifiedName;
import org.aludel.type.JavaTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Chooses the type of the column behind an attribute. */
final class ColumnTypes {
  private static final int DEFAULT_LENGTH = 255;
  private static final int MAX_NUMERIC_PRECISION = 1000; // Source: PostgreSQL 18 §8.1.2

  private final Faults faults;

  ColumnTypes(Faults faults) {
    this.faults = faults;
  }

  /** The type of an attribute, or null after a fault was added. */
  @Nullable SqlType<?> of(FieldModel field, QualifiedName table) {
    String place = Faults.place(field.declaredIn(), field.name());
    Optional<AnnotationValues> column = field.annotations().find(Words.COLUMN);
    if (OwnTypes.has(field)) {
      return OwnTypes.of(field, place, faults);
    }
    if (isConverted(field)) {
      return converted(field, place);
    }
    if (field.type().isEnum() && EnumeratedValues.has(field)) {
      return EnumeratedValues.of(field, this);
    }
    if (field.type().isEnum()) {
      return EnumColumns.of(field, table, this);
    }
    if (field.annotations().has(Words.ENUMERATED) || field.annotations().has(Words.PG_ENUM)) {
      faults.add(place, MappingRules.fault("enum-annotation", place, field.typeName()));
      return null;
    }
    return natural(field, place, column);
  }

  /** Whether a converter is named and not switched off. */
  static boolean isConverted(FieldModel field) {
    return field
        .annotations()
        .find(Words.CONVERT)
        .map(one -> !one.flag("disableConversion", false))
        .orElse(false);
  }

  /** The type of the class that the converter stores, under the class of the attribute. */
  private @Nullable SqlType<?> converted(FieldModel field, String place) {
    Class<?> named =
        field.annotations().find(Words.CONVERT).map(one -> one.type("converter")).orElse(null);
    ConverterModel model = named == null ? null : ConverterModel.of(named);
    boolean asEnum =
        field.annotations().has(Words.ENUMERATED) || field.annotations().has(Words.PG_ENUM);
    if (model == null
        || asEnum
        || model.attribute() != field.type()
        || JavaTypes.of(model.stored(), model.storedArguments()).isEmpty()) {
      faults.add(place, MappingRules.fault("converter", place, field.typeName()));
      return null;
    }
    FieldModel stored = field.withType(model.stored(), model.storedArguments());
    SqlType<?> type = natural(stored, place, stored.annotations().find(Words.COLUMN));
    return type == null ? null : under(field.type(), type, model.converter());
  }

  @SuppressWarnings("unchecked") // the type is that of the class that the converter stores
  private static <J> SqlType<J> under(
      Class<J> attribute, SqlType<?> stored, AttributeConverter<Object, Object> converter) {
    return ((SqlType<Object>) stored)
        .as(
            attribute,
            value -> (J) converter.convertToEntityAttribute(value),
            converter::convertToDatabaseColumn);
  }

  @Nullable SqlType<?> natural(FieldModel field, String place, Optional<AnnotationValues> column) {
    SqlType<?> natural = JavaTypes.of(field.type(), field.typeArguments()).orElse(null);
    if (natural == null) {
      faults.add(place, MappingRules.fault("value-class", place, field.typeName()));
      return null;
    }
    boolean lob = field.annotations().has(Words.LOB);
    if (lob && field.type() != String.class && field.type() != byte[].class) {
      faults.add(place, MappingRules.fault("lob", place, field.typeName()));
    }
    DeclaredType declared = declared(field);
    if (declared != null) {
      return fitted(field, natural, declared);
    }
    return column.<SqlType<?>>map(one -> sized(place, natural, one)).orElse(unsized(natural));
  }

  /** What {@code @SqlType} or {@code columnDefinition} says, or null when neither does. */
  @Nullable DeclaredType declared(FieldModel field) {
    String sqlType =
        field.annotations().find(Words.SQL_TYPE).map(one -> one.text("value", "")).orElse(null);
    String definition =
        field
            .annotations()
            .find(Words.COLUMN)
            .map(one -> one.textOrNull("columnDefinition"))
            .orElse(null);
    String place = Faults.place(field.declaredIn(), field.name());
    if (sqlType != null && definition != null) {
      faults.add(place, MappingRules.fault("two-types", place));
    }
    String text = sqlType != null ? sqlType : definition;
    if (text == null) {
      boolean isLongText = field.annotations().has(Words.LOB) && field.type() == String.class;
      return isLongText ? parse(place, "text") : null;
    }
    return parse(place, text);
  }

  /** The parts of a written type, or null after a fault was added. */
  @Nullable DeclaredType parse(String place, String text) {
    DeclaredType declared = DeclaredType.parse(text);
    if (declared == null) {
      faults.add(
          place,
          Faults.invalid(place)
              .found("the column type \"" + text + "\"")
              .expected("a type alone, such as varchar(30) or numeric(10,2)")
              .fix(
                  "say defaults, keys and constraints with annotations: @ServerDefault,"
                      + " @GeneratedValue, @Column(nullable), @Computed"));
    }
    return declared;
  }

  private static SqlType<?> unsized(SqlType<?> natural) {
    return natural.equals(SqlTypes.VARCHAR) ? SqlTypes.varchar(DEFAULT_LENGTH) : natural;
  }

  private SqlType<?> sized(String place, SqlType<?> natural, AnnotationValues column) {
    boolean decimal = natural.equals(SqlTypes.NUMERIC);
    boolean text = natural.equals(SqlTypes.VARCHAR);
    boolean timed = natural.name().startsWith("time") && !natural.name().endsWith("]");
    meaningless(place, column, "length", text, natural);
    meaningless(place, column, "precision", decimal, natural);
    meaningless(place, column, "scale", decimal, natural);
    meaningless(place, column, "secondPrecision", timed, natural);
    if (text) {
      return SqlTypes.varchar(length(place, column));
    }
    if (decimal && (column.has("precision") || column.has("scale"))) {
      return numeric(place, column);
    }
    int seconds = column.number("secondPrecision", -1);
    return timed && seconds >= 0 ? natural.named(natural.name() + "(" + seconds + ")") : natural;
  }

  private SqlType<BigDecimal> numeric(String place, AnnotationValues column) {
    int precision = column.number("precision", 0);
    int scale = column.number("scale", 0);
    if (precision < 1 || precision > MAX_NUMERIC_PRECISION || scale < 0 || scale > precision) {
      faults.add(place, MappingRules.fault("precision", place, precision, scale));
    }
    return SqlTypes.numeric(precision, scale);
  }

  private int length(String place, AnnotationValues column) {
    int value = column.number("length", DEFAULT_LENGTH);
    if (value < 1) {
      faults.add(place, MappingRules.fault("length", place, value));
    }
    return value;
  }

  private void meaningless(
      String place, AnnotationValues column, String member, boolean meaning, SqlType<?> type) {
    if (!meaning && column.has(member)) {
      faults.add(place, MappingRules.fault("meaningless", place, member, type));
    }
  }

  private @Nullable SqlType<?> fitted(FieldModel field, SqlType<?> natural, DeclaredType declared) {
    if (field.type() == String.class) {
      return declared.plainText()
          ? SqlTypes.TEXT.named(declared.name())
          : JavaTypes.untypedText(declared.name());
    }
    DeclaredType own = DeclaredType.parse(natural.name());
    boolean same = own != null && own.base().equals(declared.base());
    boolean numbers = own != null && own.number() && declared.number();
    if (((same || numbers) && declared.array().isEmpty()) || declared.holds(natural)) {
      return natural.named(declared.name());
    }
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(place, misfit(place, field, declared, natural.name()));
    return null;
  }

  /** A column type that values of the attribute's class cannot be stored in. */
  Problem misfit(String place, FieldModel field, DeclaredType declared, String natural) {
    return Faults.invalid(place)
        .found("the column type \"" + declared.name() + "\" for " + field.type().getTypeName())
        .expected(natural + ", or another type that holds such values")
        .fix("change the type, or use an attribute of class String");
  }

  Faults faults() {
    return faults;
  }
}
