package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.FieldModel;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@code @AttributeOverride} gives to attributes, and the converters that
 * {@code @Convert} names for them, by their paths. What stands nearer to the entity wins.
 */
final class Overrides {
  private final Map<String, AnnotationValues> columns = new LinkedHashMap<>();
  private final Map<String, AnnotationValues> conversions = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();
  private final Set<String> converted = new TreeSet<>();

  /** Adds those of an element further away from the entity. */
  void add(Annotations annotations) {
    List<AnnotationValues> all = new ArrayList<>(annotations.findAll(Words.ATTRIBUTE_OVERRIDE));
    annotations
        .find(Words.ATTRIBUTE_OVERRIDES)
        .ifPresent(container -> all.addAll(container.nestedList("value")));
    for (AnnotationValues override : all) {
      AnnotationValues column = override.nested("column");
      if (column != null) {
        columns.putIfAbsent(override.text("name", ""), column);
      }
    }
    List<AnnotationValues> converts = new ArrayList<>(annotations.findAll(Words.CONVERT));
    annotations
        .find(Words.CONVERTS)
        .ifPresent(container -> converts.addAll(container.nestedList("value")));
    for (AnnotationValues convert : converts) {
      conversions.putIfAbsent(convert.text("attributeName", ""), convert);
    }
  }

  /** Those below a member, and those that stand on the member itself. */
  Overrides below(FieldModel member) {
    Overrides below = below(member.name());
    below.add(member.annotations());
    return below;
  }

  /** Those below a name. */
  Overrides below(String name) {
    Overrides below = new Overrides();
    String prefix = name + ".";
    move(prefix, columns, used, below.columns);
    move(prefix, conversions, converted, below.conversions);
    return below;
  }

  private static void move(
      String prefix,
      Map<String, AnnotationValues> from,
      Set<String> taken,
      Map<String, AnnotationValues> to) {
    from.forEach(
        (path, value) -> {
          if (path.startsWith(prefix)) {
            taken.add(path);
            to.put(path.substring(prefix.length()), value);
          }
        });
  }

  /** The field with the column and the converter that it is given, or the field itself. */
  FieldModel applied(FieldModel field) {
    FieldModel applied = field;
    AnnotationValues column = columns.get(field.name());
    if (column != null) {
      used.add(field.name());
      applied = with(applied, column);
    }
    AnnotationValues conversion = conversions.get(field.name());
    if (conversion != null) {
      converted.add(field.name());
      applied = with(applied, conversion);
    }
    return applied;
  }

  private static FieldModel with(FieldModel field, AnnotationValues given) {
    List<AnnotationValues> annotations = new ArrayList<>(field.annotations().all());
    annotations.removeIf(one -> one.type().equals(given.type()));
    annotations.add(given);
    return field.withAnnotations(new Annotations(annotations));
  }

  /** Refuses what names an attribute in the annotation of an attribute in a column. */
  static void checkOwn(FieldModel field, Faults faults) {
    String name =
        field
            .annotations()
            .find(Words.CONVERT)
            .map(one -> one.text("attributeName", ""))
            .orElse("");
    if (!name.isEmpty()) {
      String place = Faults.place(field.declaredIn(), field.name());
      faults.add(place, MappingRules.fault("convert-own", place, name));
    }
  }

  /** Refuses what no attribute took. */
  void check(String place, List<String> names, Faults faults) {
    refuse(unused(columns, used), "override-name", new Named(place, names), faults);
    refuse(unused(conversions, converted), "convert-name", new Named(place, names), faults);
  }

  /** Where overrides stand, and the names that they may have. */
  private record Named(String place, List<String> names) {}

  private static void refuse(@Nullable String path, String fault, Named where, Faults faults) {
    if (path != null) {
      faults.add(
          where.place(),
          MappingRules.fault(
              fault,
              where.place(),
              path,
              Suggestion.phrase(path, where.names()),
              String.join(", ", where.names())));
    }
  }

  private static @Nullable String unused(Map<String, AnnotationValues> given, Set<String> taken) {
    return given.keySet().stream().filter(path -> !taken.contains(path)).findFirst().orElse(null);
  }
}
