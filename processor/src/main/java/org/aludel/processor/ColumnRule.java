package org.aludel.processor;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Refuses what an attribute in a column says and cannot mean. */
final class ColumnRule {
  private static final Set<String> COUNTING =
      Set.of("short", "int", "long", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

  private static final Set<String> VERSION_TIMES =
      Set.of("java.time.Instant", "java.time.OffsetDateTime", "java.time.LocalDateTime");

  private static final Set<String> COUNTING_TYPES = Set.of("smallint", "integer", "bigint");

  private static final int MAX_NUMERIC_PRECISION = 1000; // Source: PostgreSQL 18 §8.1.2

  private static final int DEFAULT_LENGTH = 255;

  private static final String CREATED_AT = Mirrors.OWN + "CreatedAt";
  private static final String UPDATED_AT = Mirrors.OWN + "UpdatedAt";

  private static final Set<String> MOMENTS =
      Set.of(
          "java.time.Instant",
          "java.time.OffsetDateTime",
          "java.time.LocalDateTime",
          "java.time.LocalDate");

  private final AttributeField field;
  private final ValueKind kind;
  private final Refusals refusals;
  private final String ddlName;
  private final Optional<AnnotationMirror> column;

  ColumnRule(AttributeField field, ValueKind kind, Refusals refusals) {
    this.field = field;
    this.kind = kind;
    this.refusals = refusals;
    this.ddlName =
        kind == ValueKind.STORED
            ? StoredClass.of(TypeNames.of(field.type())).map(StoredClass::ddlName).orElse("")
            : kind.ddlName();
    this.column = Mirrors.find(field.element(), Mirrors.JAKARTA + "Column");
  }

  /** Whether an annotation for enums stands on an attribute of another class. */
  static boolean hasStrayEnum(AttributeField field) {
    TypeElement type = AttributeInspector.element(field.type());
    boolean isEnum = type != null && type.getKind() == ElementKind.ENUM;
    return !isEnum
        && (field.has(Mirrors.JAKARTA + "Enumerated") || field.has(Mirrors.OWN + "PgEnum"));
  }

  void check(String javaType) {
    checkDeferral();
    boolean sqlType = field.has(Mirrors.OWN + "SqlType");
    boolean definition = column.map(one -> Mirrors.given(one, "columnDefinition")).orElse(false);
    checkType(javaType, sqlType, definition);
    checkMakers(sqlType || definition);
    if (field.has(Mirrors.JAKARTA + "Version")) {
      checkVersion(javaType);
    }
    Mirrors.find(field.element(), Mirrors.OWN + "ServerDefault").ifPresent(this::checkDefault);
  }

  /** Whether the column is left for the first use of the attribute. */
  static boolean isDeferred(AttributeField field) {
    return isLazy(field) || field.has(Mirrors.OWN + "Deferred");
  }

  private static boolean isLazy(AttributeField field) {
    return Mirrors.find(field.element(), Mirrors.JAKARTA + "Basic")
        .map(basic -> Mirrors.text(basic, "fetch").equals("LAZY"))
        .orElse(false);
  }

  private void checkDeferral() {
    if (!isDeferred(field)) {
      return;
    }
    String said = isLazy(field) ? "@Basic(fetch = LAZY)" : "@Deferred";
    boolean id = field.has(Mirrors.JAKARTA + "Id");
    if (field.embedded() != null) {
      refuse("deferred", said, "a part of something embedded");
    } else if (id || field.has(Mirrors.JAKARTA + "Version")) {
      refuse("deferred", said, id ? "an id" : "a version");
    }
  }

  private void checkType(String javaType, boolean sqlType, boolean definition) {
    boolean lob = field.has(Mirrors.JAKARTA + "Lob");
    if (lob) {
      checkLob(javaType);
    }
    if (sqlType && definition) {
      refuse("two-types");
    }
    boolean longText = lob && kind == ValueKind.STRING;
    if (kind == ValueKind.ENUM_LABEL) {
      checkPgEnum(sqlType, definition);
    } else if (!sqlType && !definition && !isEnum() && !longText) {
      column.ifPresent(this::checkSize);
    }
  }

  private void checkLob(String javaType) {
    if (kind != ValueKind.STRING && kind != ValueKind.BYTES) {
      refuse("lob", javaType);
    }
  }

  private void checkVersion(String javaType) {
    boolean system = AttributeInspector.column(field.element()).equals("xmin");
    boolean number = javaType.equals("long") || javaType.equals("java.lang.Long");
    if (system && (!number || field.has(Mirrors.OWN + "SqlType"))) {
      refuse("version-xmin");
    } else if (!COUNTING.contains(javaType) && !VERSION_TIMES.contains(javaType)) {
      refuse("version-class", javaType);
    }
  }

  /** As {@link #check} where the type is said by another annotation. */
  void checkOwnType(String javaType) {
    checkDeferral();
    checkMakers(true);
    if (field.has(Mirrors.JAKARTA + "Version") && !COUNTING.contains(javaType)) {
      refuse("version-class", javaType);
    }
    Mirrors.find(field.element(), Mirrors.OWN + "ServerDefault").ifPresent(this::checkDefault);
  }

  private boolean isEnum() {
    return kind == ValueKind.ENUM_NAME || kind == ValueKind.ENUM_ORDINAL;
  }

  private void checkPgEnum(boolean sqlType, boolean definition) {
    boolean enumerated = field.has(Mirrors.JAKARTA + "Enumerated");
    if (enumerated || sqlType || definition) {
      refuse("enum-twice", enumerated ? "@Enumerated" : sqlType ? "@SqlType" : "columnDefinition");
    }
  }

  private void checkSize(AnnotationMirror said) {
    boolean decimal = kind == ValueKind.DECIMAL;
    boolean text = kind == ValueKind.STRING;
    meaningless(said, "length", text);
    meaningless(said, "precision", decimal);
    meaningless(said, "scale", decimal);
    meaningless(said, "secondPrecision", isTime());
    int length = Mirrors.number(said, "length", DEFAULT_LENGTH);
    if (text && length < 1) {
      refuse("length", String.valueOf(length));
    }
    int precision = Mirrors.number(said, "precision", 0);
    int scale = Mirrors.number(said, "scale", 0);
    boolean sized = Mirrors.given(said, "precision") || Mirrors.given(said, "scale");
    boolean possible =
        precision >= 1 && precision <= MAX_NUMERIC_PRECISION && scale >= 0 && scale <= precision;
    if (decimal && sized && !possible) {
      refuse("precision", String.valueOf(precision), String.valueOf(scale));
    }
  }

  private boolean isTime() {
    return ddlName.startsWith("time") && !ddlName.endsWith("]");
  }

  private void meaningless(AnnotationMirror said, String member, boolean meaning) {
    if (!meaning && Mirrors.given(said, member)) {
      refuse("meaningless", member, ddlName);
    }
  }

  private void checkMakers(boolean declared) {
    boolean moment = field.has(CREATED_AT) || field.has(UPDATED_AT);
    boolean madeByDefault = field.has(Mirrors.OWN + "ServerDefault") && !moment;
    long makers =
        Stream.of(
                Mirrors.JAKARTA + "GeneratedValue",
                Mirrors.OWN + "Computed",
                CREATED_AT,
                UPDATED_AT)
            .filter(field::has)
            .count();
    if (makers + (madeByDefault ? 1 : 0) > 1) {
      refuse("makers");
    }
    if (moment) {
      checkMoment();
    } else {
      checkIdMaker(declared);
    }
  }

  private void checkIdMaker(boolean declared) {
    boolean generated = field.has(Mirrors.JAKARTA + "GeneratedValue");
    if (generated && !field.has(Mirrors.JAKARTA + "Id")) {
      refuse("generated-not-id");
    } else if (generated && !declared) {
      checkGenerated();
    } else if (!generated && field.has(Mirrors.OWN + "IdentityOptions")) {
      refuse("identity-options");
    }
  }

  private void checkMoment() {
    String name = field.has(CREATED_AT) ? "@CreatedAt" : "@UpdatedAt";
    boolean id = field.has(Mirrors.JAKARTA + "Id");
    if (id || field.has(Mirrors.JAKARTA + "Version")) {
      refuse("moment-key", name, id ? "@Id" : "@Version");
    } else if (!MOMENTS.contains(TypeNames.of(field.type()))) {
      refuse("moment-class", name, TypeNames.of(field.type()));
    }
  }

  /** A type that is written out is left to the mapping at run time, which can read it. */
  private void checkGenerated() {
    String type = sized();
    String strategy =
        Mirrors.find(field.element(), Mirrors.JAKARTA + "GeneratedValue")
            .map(made -> Mirrors.text(made, "strategy"))
            .orElse("");
    boolean automatic = strategy.isEmpty() || strategy.equals("AUTO");
    if (type.equals("uuid") && (automatic || strategy.equals("UUID"))) {
      return;
    }
    if (strategy.equals("UUID")) {
      refuse("uuid-type", type);
      return;
    }
    if (kind == ValueKind.ENUM_LABEL || COUNTING_TYPES.contains(type)) {
      return;
    }
    if (type.equals("uuid")) {
      refuse("generated-uuid", strategy);
    } else {
      refuse("generated-type", type);
    }
  }

  private String sized() {
    if (kind == ValueKind.STRING || kind == ValueKind.ENUM_NAME) {
      int length =
          column.map(one -> Mirrors.number(one, "length", DEFAULT_LENGTH)).orElse(DEFAULT_LENGTH);
      return "varchar(" + length + ")";
    }
    if (kind == ValueKind.DECIMAL && column.isPresent()) {
      AnnotationMirror said = column.get();
      boolean given = Mirrors.given(said, "precision") || Mirrors.given(said, "scale");
      return given
          ? "numeric("
              + Mirrors.number(said, "precision", 0)
              + ","
              + Mirrors.number(said, "scale", 0)
              + ")"
          : ddlName;
    }
    return ddlName;
  }

  private void checkDefault(AnnotationMirror said) {
    boolean sql = Mirrors.given(said, "sql");
    if (sql == Mirrors.given(said, "literal")) {
      refuse("default-members", sql ? "both" : "neither of the");
    }
  }

  private void refuse(String fault, String... values) {
    refusals.add(fault, field.element(), field.place(), values);
  }
}
