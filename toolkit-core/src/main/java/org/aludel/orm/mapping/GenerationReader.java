package org.aludel.orm.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.Identity;
import org.aludel.schema.SequenceOptions;
import org.aludel.type.SqlType;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Reads who makes the value of a column. */
final class GenerationReader {
  private static final Set<Class<?>> MOMENTS =
      Set.of(Instant.class, OffsetDateTime.class, LocalDateTime.class, LocalDate.class);

  private static final Set<String> COUNTING = Set.of("smallint", "integer", "bigint");

  private final Faults faults;
  private final Generators generators;

  /**
   * The maker of a value.
   *
   * @param always whether the server refuses values of the application
   */
  record Made(
      Generation generation,
      @Nullable Identity identity,
      @Nullable IdSequence sequence,
      boolean always) {
    static Made by(Generation generation) {
      return new Made(generation, null, null, false);
    }
  }

  GenerationReader(Faults faults, Generators generators) {
    this.faults = faults;
    this.generators = generators;
  }

  Made read(EntityDraft draft, FieldModel field, SqlType<?> type) {
    Annotations annotations = field.annotations();
    Optional<AnnotationValues> generated = annotations.find(Words.GENERATED_VALUE);
    boolean computed = annotations.has(Words.COMPUTED);
    boolean byDefault = annotations.has(Words.SERVER_DEFAULT);
    int moments = moments(annotations);
    checkMakers(field, moments);
    if (moments > 0) {
      return moment(field);
    }
    if (generated.isPresent()) {
      return generated(draft, field, type, generated.get());
    }
    if (annotations.has(Words.IDENTITY_OPTIONS)) {
      refuse(field, "identity-options");
    }
    if (computed) {
      return Made.by(Generation.COMPUTED);
    }
    // A primitive always has a value, so it is always written.
    boolean readBack = byDefault && !field.type().isPrimitive();
    return Made.by(readBack ? Generation.DEFAULT : Generation.NONE);
  }

  private void checkMakers(FieldModel field, int moments) {
    Annotations annotations = field.annotations();
    int generated = annotations.has(Words.GENERATED_VALUE) ? 1 : 0;
    int computed = annotations.has(Words.COMPUTED) ? 1 : 0;
    int byDefault = annotations.has(Words.SERVER_DEFAULT) && moments == 0 ? 1 : 0;
    if (generated + computed + byDefault + moments > 1) {
      refuse(field, "makers");
    }
  }

  private static int moments(Annotations annotations) {
    return (annotations.has(Words.CREATED_AT) ? 1 : 0)
        + (annotations.has(Words.UPDATED_AT) ? 1 : 0);
  }

  private Made moment(FieldModel field) {
    Annotations annotations = field.annotations();
    boolean created = annotations.has(Words.CREATED_AT);
    String name = created ? "@CreatedAt" : "@UpdatedAt";
    if (annotations.has(Words.ID) || annotations.has(Words.VERSION)) {
      refuse(field, "moment-key", name, annotations.has(Words.ID) ? "@Id" : "@Version");
    } else if (!MOMENTS.contains(field.type())) {
      refuse(field, "moment-class", name, field.typeName());
    }
    return Made.by(created ? Generation.CREATED : Generation.UPDATED);
  }

  private Made generated(
      EntityDraft draft, FieldModel field, SqlType<?> type, AnnotationValues generated) {
    if (!field.annotations().has(Words.ID)) {
      refuse(field, "generated-not-id");
      return Made.by(Generation.NONE);
    }
    String strategy = generated.text("strategy", "AUTO");
    if (strategy.equals("UUID") || (strategy.equals("AUTO") && type.name().equals("uuid"))) {
      return random(field, type);
    }
    if (!COUNTING.contains(type.name())) {
      return notCounting(field, type, strategy);
    }
    boolean named = !generated.text("generator", "").isEmpty();
    return strategy.equals("SEQUENCE") || (strategy.equals("AUTO") && named)
        ? sequence(draft, field, generated)
        : identity(field, generated);
  }

  private Made notCounting(FieldModel field, SqlType<?> type, String strategy) {
    boolean uuid = type.name().equals("uuid");
    refuse(field, uuid ? "generated-uuid" : "generated-type", uuid ? strategy : type);
    return Made.by(Generation.NONE);
  }

  private Made random(FieldModel field, SqlType<?> type) {
    if (field.type() == UUID.class && type.name().equals("uuid")) {
      return Made.by(Generation.UUID);
    }
    refuse(field, "uuid-type", type);
    return Made.by(Generation.NONE);
  }

  private Made identity(FieldModel field, AnnotationValues generated) {
    if (generated.has("generator")) {
      invalid(
          field,
          "a generator for an identity column",
          "a generator only with GenerationType.SEQUENCE",
          "remove the generator, or use @IdentityOptions");
    }
    AnnotationValues options = field.annotations().find(Words.IDENTITY_OPTIONS).orElse(null);
    if (options == null) {
      return new Made(Generation.IDENTITY, Identity.byDefault(), null, false);
    }
    boolean always = options.flag("always", false);
    if (options.longNumber("increment", 1) == 0 || options.longNumber("cache", 1) < 1) {
      invalid(
          field,
          "@IdentityOptions with increment = 0 or cache < 1",
          "an increment that is not 0 and a cache from 1",
          "correct the number");
    }
    return new Made(
        Generation.IDENTITY, new Identity(always, sequenceOptions(options)), null, always);
  }

  private static SequenceOptions sequenceOptions(AnnotationValues options) {
    long minimum = options.longNumber("minimum", Long.MIN_VALUE);
    long maximum = options.longNumber("maximum", Long.MAX_VALUE);
    return new SequenceOptions(
        options.longNumber("start", 1),
        options.longNumber("increment", 1),
        minimum == Long.MIN_VALUE ? null : (Long) minimum,
        maximum == Long.MAX_VALUE ? null : (Long) maximum,
        options.longNumber("cache", 1),
        options.flag("cycle", false));
  }

  private Made sequence(EntityDraft draft, FieldModel field, AnnotationValues generated) {
    if (field.annotations().has(Words.IDENTITY_OPTIONS)) {
      invalid(
          field,
          "@IdentityOptions with GenerationType.SEQUENCE",
          "options of the sequence in @SequenceGenerator",
          "move them to @SequenceGenerator");
    }
    String name = generated.text("generator", "");
    IdSequence sequence = name.isEmpty() ? unnamed(draft) : generators.named(name).orElse(null);
    if (sequence == null) {
      invalid(
          field,
          "the generator \""
              + name
              + "\", which no class declares"
              + Suggestion.phrase(name, generators.names()),
          "the name of a @SequenceGenerator",
          "add @SequenceGenerator(name = \"" + name + "\") to the attribute");
    }
    return new Made(Generation.SEQUENCE, null, sequence, false);
  }

  /** A generator without a name takes that of its entity. Source: Jakarta Persistence 3.2. */
  private IdSequence unnamed(EntityDraft draft) {
    return generators
        .named(draft.type().getSimpleName())
        .orElseGet(() -> generators.ofTable(draft.table()));
  }

  private void refuse(FieldModel field, String fault, Object... values) {
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(place, MappingRules.fault(fault, place, values));
  }

  private void invalid(FieldModel field, String found, String expected, String fix) {
    String place = Faults.place(field.declaredIn(), field.name());
    faults.add(place, Faults.invalid(place).found(found).expected(expected).fix(fix));
  }
}
