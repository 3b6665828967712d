package org.aludel.instrument;

import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts in what composed annotations stand for: the mapping annotations on a user's annotation, and
 * on its members, because those of {@code jakarta.persistence} may stand on members only. The
 * nearest one of a class counts; repeatable ones add up.
 */
final class ComposedAnnotations {
  private static final Set<String> VOCABULARIES =
      Set.of(
          "jakarta.persistence",
          "javax.persistence",
          "org.hibernate.annotations",
          "org.aludel.orm.annotation");

  private final List<Annotation> all = new ArrayList<>();
  private final List<Annotations.Contested> contested = new ArrayList<>();

  /** Who brought an annotation. */
  private final Map<Class<?>, String> origins = new HashMap<>();

  private final Set<Class<?>> expanded = new HashSet<>();

  ComposedAnnotations(Annotation[] direct) {
    all.addAll(List.of(direct));
    List<Annotation> level = composed(all);
    if (!level.isEmpty()) {
      direct(direct);
    }
    while (!level.isEmpty()) {
      level = expand(level);
    }
  }

  /** The given ones, then those that they stand for. */
  List<Annotation> all() {
    return all;
  }

  /** What two composed annotations say at once. */
  List<Annotations.Contested> contested() {
    return contested;
  }

  private void direct(Annotation[] direct) {
    for (Annotation one : direct) {
      origins.put(one.annotationType(), "");
    }
  }

  private List<Annotation> expand(List<Annotation> level) {
    Set<Class<?>> nearer = Set.copyOf(origins.keySet());
    List<Annotation> found = new ArrayList<>();
    for (Annotation composed : level) {
      for (Annotation inside : inside(composed.annotationType())) {
        if (isMapping(inside)) {
          add(inside, composed, nearer);
        } else {
          found.add(inside);
        }
      }
    }
    return composed(found);
  }

  private void add(Annotation inside, Annotation composed, Set<Class<?>> nearer) {
    Class<?> type = inside.annotationType();
    if (type.isAnnotationPresent(Repeatable.class)) {
      all.add(inside);
    } else if (!nearer.contains(type)) {
      String origin = name(composed);
      String other = origins.putIfAbsent(type, origin);
      if (other == null) {
        all.add(inside);
      } else {
        contested.add(new Annotations.Contested(name(inside), other, origin));
      }
    }
  }

  /** Those that may stand for others and were not met before. */
  private List<Annotation> composed(List<Annotation> annotations) {
    List<Annotation> composed = new ArrayList<>();
    for (Annotation one : annotations) {
      Class<?> type = one.annotationType();
      if (!isMapping(one) && !type.getName().startsWith("java.") && expanded.add(type)) {
        composed.add(one);
      }
    }
    return composed;
  }

  private static List<Annotation> inside(Class<?> type) {
    List<Annotation> inside = new ArrayList<>(List.of(type.getDeclaredAnnotations()));
    for (Method member : type.getDeclaredMethods()) {
      inside.addAll(List.of(member.getDeclaredAnnotations()));
    }
    return inside;
  }

  private static boolean isMapping(Annotation annotation) {
    return VOCABULARIES.contains(annotation.annotationType().getPackageName());
  }

  private static String name(Annotation annotation) {
    return "@" + annotation.annotationType().getSimpleName();
  }
}
