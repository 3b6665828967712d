package org.aludel.orm.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.aludel.instrument.AnnotationValues;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Column;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Reads what tells the classes of one hierarchy apart. */
final class DiscriminatorReader {
  /** Source: Jakarta Persistence 3.2, DiscriminatorColumn. */
  private static final String NAME = "dtype";

  private static final int LENGTH = 31;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final Faults faults;

  DiscriminatorReader(Faults faults) {
    this.faults = faults;
  }

  /** The column of a hierarchy; null where its rows are told apart by their tables. */
  @Nullable Discriminator column(EntityDraft root) {
    AnnotationValues said =
        root.model().annotations().find(Words.DISCRIMINATOR_COLUMN).orElse(null);
    boolean byTable =
        root.strategy() == InheritanceStrategy.TABLE_PER_CLASS
            || (said == null && root.strategy() == InheritanceStrategy.JOINED);
    if (byTable) {
      return null;
    }
    return named(root, said);
  }

  private Discriminator named(EntityDraft root, @Nullable AnnotationValues said) {
    String given = said == null ? null : said.textOrNull("name");
    String name = given == null || given.equals("DTYPE") ? NAME : Delimited.exact(given);
    return new Discriminator(
        Column.of(name, type(said)).withNullable(false), isAttribute(root, name));
  }

  /** Whether an attribute reads the column, which then must not write it. */
  private boolean isAttribute(EntityDraft root, String column) {
    for (EntityDraft.Basic basic : root.basics()) {
      if (basic.column().name().equals(column)) {
        if (basic.writes().insertable() || basic.writes().updatable()) {
          String place = Faults.place(root.type(), null);
          faults.add(basic.place(), MappingRules.fault("both-write", basic.place(), column, place));
        }
        return true;
      }
    }
    return false;
  }

  private static SqlType<?> type(@Nullable AnnotationValues said) {
    return switch (kind(said)) {
      case "INTEGER" -> SqlTypes.INTEGER;
      case "CHAR" -> SqlTypes.character(1);
      default -> SqlTypes.varchar(length(said));
    };
  }

  private static String kind(@Nullable AnnotationValues said) {
    return said == null ? "STRING" : said.text("discriminatorType", "STRING");
  }

  private static int length(@Nullable AnnotationValues said) {
    return said == null ? LENGTH : said.number("length", LENGTH);
  }

  /** The value of a class that has objects, of the class of the column; null after a fault. */
  @Nullable Object value(EntityDraft draft) {
    AnnotationValues column =
        draft.root().model().annotations().find(Words.DISCRIMINATOR_COLUMN).orElse(null);
    AnnotationValues said =
        draft.model().annotations().find(Words.DISCRIMINATOR_VALUE).orElse(null);
    String kind = kind(column);
    String place = Faults.place(draft.type(), null);
    if (said == null && !kind.equals("STRING")) {
      faults.add(place, MappingRules.fault("discriminator-missing", place, kind));
      return null;
    }
    String value = said == null ? draft.entityName() : said.text("value", "");
    if (!fits(kind, value, length(column))) {
      faults.add(place, MappingRules.fault("discriminator-value", place, value, kind));
      return null;
    }
    return kind.equals("INTEGER") ? (Object) Integer.valueOf(value) : value;
  }

  private static boolean fits(String kind, String value, int length) {
    return switch (kind) {
      case "CHAR" -> value.length() == 1;
      case "INTEGER" -> WHOLE_NUMBER.matcher(value).matches();
      default -> !value.isEmpty() && value.length() <= length;
    };
  }

  /** Refuses a value that two classes of one hierarchy have. */
  void checkDistinct(Iterable<Mapper<?>> mappers) {
    Map<Mapper<?>, Map<Object, Mapper<?>>> seen = new HashMap<>();
    for (Mapper<?> mapper : mappers) {
      Object value = mapper.discriminatorValue();
      if (value != null) {
        Mapper<?> other =
            seen.computeIfAbsent(mapper.root(), any -> new HashMap<>()).putIfAbsent(value, mapper);
        if (other != null) {
          String place = Faults.place(mapper.type(), null);
          faults.add(
              place,
              Faults.invalid(place)
                  .found(
                      "the discriminator \""
                          + value
                          + "\", which \""
                          + Faults.place(other.type(), null)
                          + "\" has too")
                  .expected("a value for each class of the hierarchy")
                  .fix("give one of them another @DiscriminatorValue"));
        }
      }
    }
  }
}
