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
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@code @AttributeOverride} gives to attributes, by their paths. What stands
 * nearer to the entity wins.
 */
final class Overrides {
  private final Map<String, AnnotationValues> columns = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();

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
  }

  /** Those below a member, and those that stand on the member itself. */
  Overrides below(FieldModel member) {
    Overrides below = new Overrides();
    String prefix = member.name() + ".";
    columns.forEach(
        (path, column) -> {
          if (path.startsWith(prefix)) {
            used.add(path);
            below.columns.put(path.substring(prefix.length()), column);
          }
        });
    below.add(member.annotations());
    return below;
  }

  /** The field with the column that it is given, or the field itself. */
  FieldModel applied(FieldModel field) {
    AnnotationValues column = columns.get(field.name());
    if (column == null) {
      return field;
    }
    used.add(field.name());
    List<AnnotationValues> annotations = new ArrayList<>(field.annotations().all());
    annotations.removeIf(one -> one.type().equals(Words.COLUMN));
    annotations.add(column);
    return field.withAnnotations(new Annotations(annotations));
  }

  /** The first path that no attribute took, or null. */
  @Nullable String unused() {
    return columns.keySet().stream().filter(path -> !used.contains(path)).findFirst().orElse(null);
  }
}
