package org.aludel.orm.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.MappingCode;
import org.aludel.error.Problem;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;

/**
 * Which annotations are honoured, and with which of their members. An annotation of a mapping
 * vocabulary that is not listed is refused by name, and so is a member that has another value than
 * its default: nothing is ignored silently, whatever version of {@code jakarta.persistence} is
 * used.
 */
final class Vocabulary {
  /** Honoured annotations of classes and attributes, and those nested in them, by class name. */
  private static final Map<String, Set<String>> HONOURED =
      Map.ofEntries(
          Map.entry(Words.ENTITY, Set.of("name")),
          Map.entry(Words.MAPPED_SUPERCLASS, Set.of()),
          Map.entry(
              Words.TABLE,
              Set.of("name", "schema", "uniqueConstraints", "indexes", "check", "comment")),
          Map.entry(Words.ACCESS, Set.of("value")),
          Map.entry(Words.ID, Set.of()),
          Map.entry(Words.GENERATED_VALUE, Set.of("strategy", "generator")),
          Map.entry(
              Words.SEQUENCE_GENERATOR,
              Set.of("name", "sequenceName", "schema", "initialValue", "allocationSize")),
          Map.entry(Words.SEQUENCE_GENERATORS, Set.of("value")),
          Map.entry(
              Words.COLUMN,
              Set.of(
                  "name",
                  "unique",
                  "nullable",
                  "insertable",
                  "updatable",
                  "columnDefinition",
                  "length",
                  "precision",
                  "scale",
                  "secondPrecision",
                  "check",
                  "comment")),
          Map.entry(Words.BASIC, Set.of("optional")),
          Map.entry(Words.ENUMERATED, Set.of("value")),
          Map.entry(Words.VERSION, Set.of()),
          Map.entry(Words.TRANSIENT, Set.of()),
          Map.entry(Words.MANY_TO_ONE, Set.of("targetEntity", "cascade", "fetch", "optional")),
          Map.entry(
              Words.ONE_TO_MANY,
              Set.of("targetEntity", "cascade", "fetch", "mappedBy", "orphanRemoval")),
          Map.entry(
              Words.JOIN_COLUMN,
              Set.of(
                  "name",
                  "referencedColumnName",
                  "unique",
                  "nullable",
                  "insertable",
                  "updatable",
                  "columnDefinition",
                  "foreignKey",
                  "check",
                  "comment")),
          Map.entry(Words.JOIN_COLUMNS, Set.of("value", "foreignKey")),
          Map.entry(Words.ORDER_BY, Set.of("value")),
          Map.entry(Words.JAKARTA + ".UniqueConstraint", Set.of("name", "columnNames")),
          Map.entry(Words.JAKARTA + ".Index", Set.of("name", "columnList", "unique")),
          Map.entry(Words.JAKARTA + ".CheckConstraint", Set.of("name", "constraint")),
          Map.entry(Words.JAKARTA + ".ForeignKey", Set.of("name", "value")));

  private static final Set<String> REFUSED_PACKAGES =
      Set.of(Words.JAKARTA, "javax.persistence", "org.hibernate.annotations");

  private final Faults faults;

  Vocabulary(Faults faults) {
    this.faults = faults;
  }

  /** Whether an annotation says how something is mapped, honoured or not. */
  static boolean isMapping(AnnotationValues annotation) {
    return annotation.packageName().equals(Words.OWN)
        || REFUSED_PACKAGES.contains(annotation.packageName());
  }

  /** Reports what is not honoured among the annotations of a class or attribute. */
  void check(String place, Annotations annotations) {
    annotations.all().forEach(annotation -> check(place, annotation));
  }

  /** Reports every mapping annotation of a method but {@code @Transient}, which changes nothing. */
  void checkMethod(String place, Annotations annotations) {
    for (AnnotationValues annotation : annotations.all()) {
      if (isMapping(annotation) && !annotation.type().equals(Words.TRANSIENT)) {
        boolean honoured = HONOURED.containsKey(annotation.type());
        refuse(
            place,
            annotation + " on a method",
            honoured ? "move the annotation to the field" : Remedies.of(annotation));
      }
    }
  }

  private void check(String place, AnnotationValues annotation) {
    if (!REFUSED_PACKAGES.contains(annotation.packageName())) {
      return;
    }
    Set<String> members = HONOURED.get(annotation.type());
    if (members == null) {
      refuse(place, "@" + annotation.simpleName(), Remedies.of(annotation));
      return;
    }
    for (String member : new TreeSet<>(annotation.given())) {
      if (!members.contains(member)) {
        refuse(
            place,
            annotation + "(" + member + " = " + annotation.values().get(member) + ")",
            Remedies.of(annotation, member));
      }
    }
    annotation.values().values().forEach(value -> checkNested(place, value));
  }

  private void checkNested(String place, Object value) {
    if (value instanceof AnnotationValues nested) {
      check(place, nested);
    } else if (value instanceof Iterable<?> elements) {
      elements.forEach(element -> checkNested(place, element));
    }
  }

  private void refuse(String place, String found, String remedy) {
    faults.add(
        place,
        Problem.of(MappingCode.UNSUPPORTED_ANNOTATION, "cannot map \"" + place + "\"")
            .found(found)
            .expected("an annotation that this version honours wholly")
            .fix(remedy));
  }
}
