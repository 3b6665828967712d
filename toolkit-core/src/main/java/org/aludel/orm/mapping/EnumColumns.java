package org.aludel.orm.mapping;

import java.util.Optional;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.QualifiedName;
import org.aludel.type.JavaTypes;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Columns of enum attributes: by position as {@code jakarta.persistence} has it when nothing is
 * said or {@code @Enumerated(ORDINAL)}, by name with {@code @Enumerated(STRING)}, as an enum type
 * of the database with {@code @PgEnum}.
 */
final class EnumColumns {
  private static final int DEFAULT_LENGTH = 255;

  private EnumColumns() {}

  static @Nullable SqlType<?> of(FieldModel field, QualifiedName table, ColumnTypes types) {
    Class<Constant> type = constants(field.type());
    Optional<AnnotationValues> nativeType = field.annotations().find(Words.PG_ENUM);
    boolean byName = byName(field);
    String place = Faults.place(field.declaredIn(), field.name());
    DeclaredType declared = types.declared(field);
    if (nativeType.isPresent()) {
      if (declared != null || field.annotations().has(Words.ENUMERATED)) {
        String other =
            field.annotations().has(Words.ENUMERATED)
                ? "@Enumerated"
                : field.annotations().has(Words.SQL_TYPE) ? "@SqlType" : "columnDefinition";
        types.faults().add(place, MappingRules.fault("enum-twice", place, other));
      }
      return JavaTypes.enumLabels(ddlName(name(nativeType.get(), type, table)), type);
    }
    if (byName) {
      return named(field, type, declared);
    }
    if (declared != null && !declared.number()) {
      types.faults().add(place, types.misfit(place, field, declared, "smallint"));
      return null;
    }
    return JavaTypes.enumOrdinals(declared == null ? "smallint" : declared.name(), type);
  }

  private static SqlType<?> named(
      FieldModel field, Class<Constant> type, @Nullable DeclaredType declared) {
    if (declared != null) {
      return declared.plainText()
          ? JavaTypes.enumNames(declared.name(), type)
          : JavaTypes.enumLabels(declared.name(), type);
    }
    int length =
        field
            .annotations()
            .find(Words.COLUMN)
            .map(one -> one.number("length", DEFAULT_LENGTH))
            .orElse(DEFAULT_LENGTH);
    return JavaTypes.enumNames("varchar(" + length + ")", type);
  }

  /** The name of the database's type, in the schema of the table unless said otherwise. */
  static QualifiedName name(AnnotationValues pgEnum, Class<?> type, QualifiedName table) {
    String name = pgEnum.text("name", "");
    String schema = pgEnum.textOrNull("schema");
    return new QualifiedName(
        schema == null ? table.schema() : schema,
        name.isEmpty() ? SnakeCase.of(type.getSimpleName()) : name);
  }

  /** Type names stand in DDL as they are, so what is not a plain lower-case name is quoted here. */
  private static String ddlName(QualifiedName name) {
    return name.schema() == null
        ? quoted(name.name())
        : quoted(name.schema()) + "." + quoted(name.name());
  }

  private static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static boolean byName(FieldModel field) {
    return field
        .annotations()
        .find(Words.ENUMERATED)
        .map(one -> one.text("value", "ORDINAL").equals("STRING"))
        .orElse(false);
  }

  /** Stands for any enum in signatures that need one. */
  private enum Constant {}

  @SuppressWarnings(
      "unchecked") // the caller saw that the class is an enum; E is erased at run time
  private static Class<Constant> constants(Class<?> type) {
    return (Class<Constant>) type;
  }
}
