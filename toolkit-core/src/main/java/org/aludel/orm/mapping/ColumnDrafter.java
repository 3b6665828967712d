package org.aludel.orm.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.FieldModel.Nullness;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.type.JavaTypes;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Reads an attribute in a column. */
final class ColumnDrafter {
  /**
   * A key read back may not be the key that was sent: numbers are rounded on their way, decimals
   * come back with the scale of the column, times with an offset in another offset.
   */
  private static final Set<Class<?>> INEXACT =
      Set.of(
          float.class,
          Float.class,
          double.class,
          Double.class,
          BigDecimal.class,
          OffsetDateTime.class);

  private static final Set<Class<?>> VERSION_TIMES =
      Set.of(Instant.class, OffsetDateTime.class, LocalDateTime.class);

  private final Faults faults;
  private final ColumnTypes types;
  private final GenerationReader generations;

  ColumnDrafter(Faults faults, Generators generators) {
    this.faults = faults;
    this.types = new ColumnTypes(faults);
    this.generations = new GenerationReader(faults, generators);
  }

  /** The attribute, or null after a fault was added. */
  EntityDraft.@Nullable Basic basic(EntityDraft draft, FieldModel field, boolean embedded) {
    SqlType<?> type = types.of(field, draft.table());
    if (type == null) {
      return null;
    }
    Annotations annotations = field.annotations();
    Optional<AnnotationValues> column = annotations.find(Words.COLUMN);
    GenerationReader.Made made = generations.read(draft, field, type);
    boolean id = annotations.has(Words.ID);
    boolean version = annotations.has(Words.VERSION);
    checkRole(field, id, version);
    Deferral.check(field, embedded, faults);
    Column bare = bare(field, type, made);
    if (version && SystemVersion.is(field)) {
      return SystemVersion.draft(field, bare);
    }
    Generation given = given(AttributeKind.of(annotations));
    if (given != null) {
      return new EntityDraft.Basic(
          field,
          field.name(),
          bare,
          false,
          false,
          new EntityDraft.Writes(false, false, given, null));
    }
    boolean computed = made.generation() == Generation.COMPUTED;
    boolean insertable = column.map(one -> one.flag("insertable", true)).orElse(true);
    boolean updatable = column.map(one -> one.flag("updatable", true)).orElse(true);
    return new EntityDraft.Basic(
        field,
        field.name(),
        bare,
        id,
        version,
        new EntityDraft.Writes(
            insertable && !computed && !made.always(),
            updatable && !computed && !id && !made.always(),
            made.generation(),
            made.sequence()));
  }

  /** Who gives the value of an attribute that no table stores; null for the others. */
  private static @Nullable Generation given(AttributeKind kind) {
    return kind == AttributeKind.EXPRESSION
        ? Generation.EXPRESSION
        : kind == AttributeKind.QUERY ? Generation.QUERY : null;
  }

  /** A member of an embedded id as a part of the id. */
  EntityDraft.Basic id(EntityDraft.Basic member) {
    checkId(member.field());
    return member.asId();
  }

  private void checkRole(FieldModel field, boolean id, boolean version) {
    if (id) {
      checkId(field);
    }
    if (version) {
      checkVersion(field);
    }
  }

  private Column bare(FieldModel field, SqlType<?> type, GenerationReader.Made made) {
    Optional<AnnotationValues> column = field.annotations().find(Words.COLUMN);
    return new Column(
        columnName(field),
        type,
        nullable(field, made.generation()),
        serverDefault(field, type),
        made.identity(),
        computed(field.annotations()),
        null,
        column.map(one -> one.textOrNull("comment")).orElse(null));
  }

  static String columnName(FieldModel field) {
    String given =
        field.annotations().find(Words.COLUMN).map(one -> one.textOrNull("name")).orElse(null);
    return given == null ? SnakeCase.of(field.name()) : Delimited.exact(given);
  }

  private static @Nullable Computed computed(Annotations annotations) {
    return annotations
        .find(Words.COMPUTED)
        .map(one -> new Computed(one.text("value", ""), one.flag("stored", true)))
        .orElse(null);
  }

  /** Ids, versions and primitives are NOT NULL; else annotations and JSpecify decide. */
  private boolean nullable(FieldModel field, Generation generation) {
    Annotations annotations = field.annotations();
    boolean key = annotations.has(Words.ID) || annotations.has(Words.VERSION);
    boolean required =
        !annotations.find(Words.COLUMN).map(one -> one.flag("nullable", true)).orElse(true)
            || !annotations.find(Words.BASIC).map(one -> one.flag("optional", true)).orElse(true);
    // A value that the server makes is null in Java until it is read back.
    if (field.nullness() == Nullness.NULLABLE && required && generation == Generation.NONE) {
      String place = Faults.place(field.declaredIn(), field.name());
      faults.add(
          place,
          Faults.invalid(place)
              .found("@Nullable together with nullable = false or optional = false")
              .expected("annotations that agree")
              .fix("remove one of them"));
    }
    return !key
        && !required
        && !field.type().isPrimitive()
        && field.nullness() != Nullness.NON_NULL;
  }

  private @Nullable String serverDefault(FieldModel field, SqlType<?> type) {
    AnnotationValues said = field.annotations().find(Words.SERVER_DEFAULT).orElse(null);
    if (said == null) {
      return null;
    }
    String place = Faults.place(field.declaredIn(), field.name());
    if (said.has("sql") == said.has("literal")) {
      String members = said.has("sql") ? "both" : "neither of the";
      faults.add(place, MappingRules.fault("default-members", place, members));
      return null;
    }
    if (said.has("sql")) {
      return said.text("sql", "");
    }
    return Literals.of(said.text("literal", ""), type)
        .orElseGet(
            () -> {
              faults.add(
                  place,
                  Faults.invalid(place)
                      .found("the literal \"" + said.text("literal", "") + "\"")
                      .expected("a value of type " + type)
                      .fix("write an expression with @ServerDefault(sql = ...)"));
              return "NULL";
            });
  }

  private void checkId(FieldModel field) {
    if (INEXACT.contains(field.type()) || !isKeyClass(field)) {
      String place = Faults.place(field.declaredIn(), field.name());
      faults.add(place, MappingRules.fault("id-class", place, field.typeName()));
    }
  }

  /** Byte arrays, lists, ranges and the like are no keys of an identity map. */
  private static boolean isKeyClass(FieldModel field) {
    return !ColumnTypes.isConverted(field)
        && !EnumeratedValues.has(field)
        && !OwnTypes.has(field)
        && (field.type().isEnum()
            || (!field.type().isArray() && JavaTypes.of(field.type()).isPresent()));
  }

  private void checkVersion(FieldModel field) {
    Class<?> type = field.type();
    boolean counts =
        type == long.class
            || type == Long.class
            || type == int.class
            || type == Integer.class
            || type == short.class
            || type == Short.class
            || VERSION_TIMES.contains(type);
    boolean system = SystemVersion.is(field);
    if (system && !SystemVersion.fits(field)) {
      String place = Faults.place(field.declaredIn(), field.name());
      faults.add(place, MappingRules.fault("version-xmin", place));
    } else if (!counts) {
      String place = Faults.place(field.declaredIn(), field.name());
      faults.add(place, MappingRules.fault("version-class", place, field.typeName()));
    }
  }
}
