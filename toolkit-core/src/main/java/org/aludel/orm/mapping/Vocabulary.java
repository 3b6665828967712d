package org.aludel.orm.mapping;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.HybridMethod;

/**
 * Which annotations are honoured, and with which of their members. An annotation of a mapping
 * vocabulary that is not listed is refused by name, and so is a member that has another value than
 * its default: nothing is ignored silently, whatever version of {@code jakarta.persistence} is
 * used.
 */
final class Vocabulary {
  private static final Set<String> REFUSED_PACKAGES =
      Set.of(Words.JAKARTA, "javax.persistence", "org.hibernate.annotations");

  private static final Set<String> ON_METHODS = Set.of(Words.TRANSIENT, Words.HYBRID);

  private final Faults faults;

  Vocabulary(Faults faults) {
    this.faults = faults;
  }

  /** Whether an annotation says how something is mapped, honoured or not. */
  static boolean isMapping(AnnotationValues annotation) {
    return annotation.packageName().equals(Words.OWN)
        || REFUSED_PACKAGES.contains(annotation.packageName());
  }

  /** Reports what is not honoured among the annotations of a class or package. */
  void check(String place, Annotations annotations) {
    annotations.all().forEach(annotation -> check(place, annotation));
    refuseContested(place, annotations);
  }

  /** Reports the first annotation of an attribute that is not honoured: one fault is enough. */
  void checkAttribute(String place, Annotations annotations) {
    for (AnnotationValues annotation : annotations.all()) {
      if (!faults.at(place)) {
        check(place, annotation);
      }
    }
    refuseContested(place, annotations);
  }

  private void refuseContested(String place, Annotations annotations) {
    for (Annotations.Contested twice : annotations.contested()) {
      faults.add(
          place,
          MappingRules.fault(
              "composed-twice", place, twice.annotation(), twice.one(), twice.other()));
    }
  }

  /**
   * Reports every mapping annotation of a method but callbacks, hybrids, and {@code @Transient},
   * which changes nothing.
   *
   * @param callable whether the method can be called back
   */
  void checkMethod(String place, Annotations annotations, boolean callable) {
    for (AnnotationValues annotation : annotations.all()) {
      if (MappingRules.placed("callback").contains(annotation.type())) {
        if (!callable) {
          faults.add(place, MappingRules.fault("callback", place, annotation));
        }
      } else if (isMapping(annotation) && !ON_METHODS.contains(annotation.type())) {
        boolean refused =
            REFUSED_PACKAGES.contains(annotation.packageName())
                && MappingRules.members(annotation.type()) == null;
        faults.add(
            place,
            refused
                ? MappingRules.fault(
                    "annotation",
                    place,
                    annotation + " on a method",
                    MappingRules.remedy(annotation))
                : MappingRules.fault("on-method", place, annotation));
      }
    }
  }

  /** Reports a method that cannot give in SQL what the object gives in memory. */
  void checkHybrid(ClassModel model, HybridMethod hybrid) {
    String place = Faults.place(model.type(), hybrid.name() + "()");
    boolean mapped =
        model.annotations().has(Words.ENTITY) || model.annotations().has(Words.MAPPED_SUPERCLASS);
    if (!mapped) {
      faults.add(place, MappingRules.fault("hybrid-class", place));
    } else if (hybrid.obstacle() != null) {
      String metamodel = hybrid.metamodel();
      faults.add(
          place, MappingRules.fault("hybrid", place, hybrid.obstacle(), metamodel, hybrid.name()));
    } else if (hybrid.missing() != null) {
      faults.add(place, MappingRules.fault("hybrid-pair", place, hybrid.missing()));
    }
  }

  private void check(String place, AnnotationValues annotation) {
    if (!REFUSED_PACKAGES.contains(annotation.packageName())) {
      return;
    }
    Set<String> members = MappingRules.members(annotation.type());
    if (members == null) {
      refuse(place, annotation.toString(), MappingRules.remedy(annotation));
      return;
    }
    for (String member : new TreeSet<>(annotation.given())) {
      Object value = Objects.requireNonNull(annotation.values().get(member));
      String remedy =
          members.contains(member)
              ? MappingRules.remedy(annotation, member, value)
              : MappingRules.remedy(annotation, member);
      if (remedy != null) {
        String text = member.equals("value") ? value.toString() : member + " = " + value;
        refuse(place, annotation + "(" + text + ")", remedy);
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
    faults.add(place, MappingRules.fault("annotation", place, found, remedy));
  }
}
