package org.aludel.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@code @AttributeOverride} gives to attributes, by their paths. What stands
 * nearer to the entity wins.
 */
final class Overrides {
  private static final String OVERRIDE = Mirrors.JAKARTA + "AttributeOverride";

  private final Map<String, AnnotationMirror> columns = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();

  /** Those of an element. */
  static Overrides of(Element element) {
    Overrides overrides = new Overrides();
    overrides.add(element);
    return overrides;
  }

  /** Adds those of an element further away from the entity. */
  void add(Element element) {
    for (AnnotationMirror mirror : Mirrors.findAll(element, OVERRIDE, OVERRIDE + "s")) {
      Mirrors.nested(mirror, "column").stream()
          .findFirst()
          .ifPresent(column -> columns.putIfAbsent(Mirrors.text(mirror, "name"), column));
    }
  }

  /** Those below a member, and those that stand on the member itself. */
  Overrides below(String member, Element element) {
    Overrides below = new Overrides();
    String prefix = member + ".";
    columns.forEach(
        (path, column) -> {
          if (path.startsWith(prefix)) {
            used.add(path);
            below.columns.put(path.substring(prefix.length()), column);
          }
        });
    below.add(element);
    return below;
  }

  /** The field with the column that it is given, or the field itself. */
  VariableElement applied(VariableElement field) {
    String name = field.getSimpleName().toString();
    AnnotationMirror column = columns.get(name);
    if (column == null) {
      return field;
    }
    used.add(name);
    return new OverriddenField(field, column);
  }

  /** The first path that no attribute took, or null. */
  @Nullable String unused() {
    return columns.keySet().stream().filter(path -> !used.contains(path)).findFirst().orElse(null);
  }
}
