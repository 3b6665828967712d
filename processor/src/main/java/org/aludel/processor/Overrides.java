package org.aludel.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/**
 * The columns that {@code @AttributeOverride} gives to attributes, and the converters that
 * {@code @Convert} names for them, by their paths. What stands nearer to the entity wins.
 */
final class Overrides {
  private static final String OVERRIDE = Mirrors.JAKARTA + "AttributeOverride";

  private final Map<String, AnnotationMirror> columns = new LinkedHashMap<>();
  private final Map<String, AnnotationMirror> conversions = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();
  private final Set<String> converted = new TreeSet<>();

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
    for (AnnotationMirror mirror :
        Mirrors.findAll(element, ConverterInspector.CONVERT, ConverterInspector.CONVERT + "s")) {
      conversions.putIfAbsent(Mirrors.text(mirror, "attributeName"), mirror);
    }
  }

  /** Those below a member, and those that stand on the member itself. */
  Overrides below(String member, Element element) {
    Overrides below = below(member);
    below.add(element);
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
      Map<String, AnnotationMirror> from,
      Set<String> taken,
      Map<String, AnnotationMirror> to) {
    from.forEach(
        (path, mirror) -> {
          if (path.startsWith(prefix)) {
            taken.add(path);
            to.put(path.substring(prefix.length()), mirror);
          }
        });
  }

  /** The field with the column that it is given, or the field itself. */
  VariableElement applied(VariableElement field) {
    String name = field.getSimpleName().toString();
    VariableElement applied = field;
    AnnotationMirror column = columns.get(name);
    if (column != null) {
      used.add(name);
      applied = new OverriddenField(applied, column);
    }
    AnnotationMirror conversion = conversions.get(name);
    if (conversion != null) {
      converted.add(name);
      applied = new OverriddenField(applied, conversion);
    }
    return applied;
  }

  /** Refuses what names an attribute in the annotation of an attribute in a column. */
  static void checkOwn(AttributeField field, Refusals refusals) {
    String name =
        Mirrors.find(field.element(), ConverterInspector.CONVERT)
            .map(mirror -> Mirrors.text(mirror, "attributeName"))
            .orElse("");
    if (!name.isEmpty()) {
      refusals.add("convert-own", field.element(), field.place(), name);
    }
  }

  /** Refuses what no attribute took. */
  void check(Element element, String place, List<String> names, Refusals refusals) {
    refuse("override-name", columns, used, new Named(element, place, names), refusals);
    refuse("convert-name", conversions, converted, new Named(element, place, names), refusals);
  }

  /** Where overrides stand, and the names that they may have. */
  private record Named(Element element, String place, List<String> names) {}

  private static void refuse(
      String fault,
      Map<String, AnnotationMirror> given,
      Set<String> taken,
      Named where,
      Refusals refusals) {
    given.keySet().stream()
        .filter(path -> !taken.contains(path))
        .findFirst()
        .ifPresent(
            path ->
                refusals.add(
                    fault,
                    where.element(),
                    where.place(),
                    path,
                    NearName.phrase(path, where.names()),
                    String.join(", ", where.names())));
  }
}
