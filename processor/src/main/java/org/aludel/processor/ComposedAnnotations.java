package org.aludel.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Puts in what composed annotations stand for: the mapping annotations on a user's annotation, and
 * on its members, because those of {@code jakarta.persistence} may stand on members only. The
 * nearest one of a class counts; repeatable ones add up.
 */
final class ComposedAnnotations {
  private static final String RETENTION = "java.lang.annotation.Retention";
  private static final String REPEATABLE = "java.lang.annotation.Repeatable";

  private final List<AnnotationMirror> all = new ArrayList<>();
  private final List<Contested> contested = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();

  /** Who brought an annotation. */
  private final Map<String, String> origins = new HashMap<>();

  private final Set<String> expanded = new HashSet<>();

  /** An annotation that two composed annotations bring. */
  record Contested(String annotation, String one, String other) {}

  ComposedAnnotations(Element element) {
    all.addAll(element.getAnnotationMirrors());
    List<AnnotationMirror> level = composed(all);
    if (!level.isEmpty()) {
      all.forEach(one -> origins.put(Mirrors.name(one), ""));
    }
    while (!level.isEmpty()) {
      level = expand(level);
    }
  }

  /** Those of the element, then those that they stand for. */
  List<AnnotationMirror> all() {
    return all;
  }

  /** What two composed annotations say at once. */
  List<Contested> contested() {
    return contested;
  }

  /** The composed annotations that are gone at run time. */
  List<String> unseen() {
    return unseen;
  }

  private List<AnnotationMirror> expand(List<AnnotationMirror> level) {
    Set<String> nearer = Set.copyOf(origins.keySet());
    List<AnnotationMirror> found = new ArrayList<>();
    for (AnnotationMirror composed : level) {
      boolean mapping = false;
      for (AnnotationMirror inside : inside(composed)) {
        if (AnnotationRule.isMapping(Mirrors.name(inside))) {
          add(inside, composed, nearer);
          mapping = true;
        } else {
          found.add(inside);
        }
      }
      if (mapping && !isKept(composed)) {
        unseen.add(text(composed));
      }
    }
    return composed(found);
  }

  private void add(AnnotationMirror inside, AnnotationMirror composed, Set<String> nearer) {
    String type = Mirrors.name(inside);
    if (has(inside, REPEATABLE)) {
      all.add(inside);
    } else if (!nearer.contains(type)) {
      String other = origins.putIfAbsent(type, text(composed));
      if (other == null) {
        all.add(inside);
      } else {
        contested.add(new Contested(text(inside), other, text(composed)));
      }
    }
  }

  /** Those that may stand for others and were not met before. */
  private List<AnnotationMirror> composed(List<? extends AnnotationMirror> annotations) {
    List<AnnotationMirror> composed = new ArrayList<>();
    for (AnnotationMirror one : annotations) {
      String name = Mirrors.name(one);
      if (!AnnotationRule.isMapping(name) && !name.startsWith("java.") && expanded.add(name)) {
        composed.add(one);
      }
    }
    return composed;
  }

  private static List<AnnotationMirror> inside(AnnotationMirror annotation) {
    Element type = annotation.getAnnotationType().asElement();
    List<AnnotationMirror> inside = new ArrayList<>(type.getAnnotationMirrors());
    type.getEnclosedElements().forEach(member -> inside.addAll(member.getAnnotationMirrors()));
    return inside;
  }

  private static boolean isKept(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement().getAnnotationMirrors().stream()
        .anyMatch(
            one ->
                Mirrors.name(one).equals(RETENTION)
                    && Mirrors.text(one, "value").equals("RUNTIME"));
  }

  private static boolean has(AnnotationMirror annotation, String meta) {
    return annotation.getAnnotationType().asElement().getAnnotationMirrors().stream()
        .anyMatch(one -> Mirrors.name(one).equals(meta));
  }

  private static String text(AnnotationMirror annotation) {
    return "@" + annotation.getAnnotationType().asElement().getSimpleName();
  }
}
