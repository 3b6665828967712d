package org.aludel.instrument;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names what keeps a class from having a lazy subclass, for messages alone: the processor decided
 * it, and told nobody where no annotation of the class asked for one.
 */
public final class LazyObstacle {
  private static final Set<String> MAPPED =
      Set.of("jakarta.persistence.Entity", "jakarta.persistence.MappedSuperclass");

  private LazyObstacle() {}

  /**
   * What a message ends with, a colon before it; empty where nothing is found.
   *
   * @param annotated the class that maps the entity class, or that class itself
   */
  public static String phrase(Class<?> entity, Class<?> annotated) {
    String obstacle = ofClass(entity, annotated);
    for (Class<?> each = entity;
        obstacle == null && each != null && each != Object.class;
        each = each.getSuperclass()) {
      obstacle = ofMembers(each, entity, annotated);
    }
    return obstacle == null ? "" : ": " + obstacle;
  }

  private static @Nullable String ofClass(Class<?> entity, Class<?> annotated) {
    if (Modifier.isFinal(entity.getModifiers())) {
      return "it is final";
    }
    if (entity.isSealed()) {
      return "it is sealed";
    }
    for (Constructor<?> one : entity.getDeclaredConstructors()) {
      if (one.getParameterCount() == 0
          && !Modifier.isPrivate(one.getModifiers())
          && !isHidden(one, annotated)) {
        return null;
      }
    }
    return "its constructor without parameters cannot be called by a subclass";
  }

  private static @Nullable String ofMembers(Class<?> each, Class<?> entity, Class<?> annotated) {
    boolean stores = each == entity || entity != annotated || isMapped(each);
    String field = stores ? ofFields(each) : null;
    return field == null ? ofMethods(each, annotated) : field;
  }

  private static @Nullable String ofFields(Class<?> each) {
    for (Field field : each.getDeclaredFields()) {
      if (isOpen(field)) {
        return "its field " + name(field) + " is not private";
      }
    }
    return null;
  }

  private static @Nullable String ofMethods(Class<?> each, Class<?> annotated) {
    for (Method method : each.getDeclaredMethods()) {
      int modifiers = method.getModifiers();
      if (Modifier.isStatic(modifiers) || Modifier.isPrivate(modifiers) || method.isSynthetic()) {
        continue;
      }
      if (Modifier.isFinal(modifiers)) {
        return "its method " + name(method) + " is final";
      }
      if (isHidden(method, annotated)) {
        return "its method " + name(method) + " is only for another package to override";
      }
    }
    return null;
  }

  private static boolean isOpen(Field field) {
    int modifiers = field.getModifiers();
    return !Modifier.isPrivate(modifiers)
        && !Modifier.isStatic(modifiers)
        && !Modifier.isTransient(modifiers)
        && Arrays.stream(field.getDeclaredAnnotations())
            .noneMatch(
                one -> one.annotationType().getName().equals("jakarta.persistence.Transient"));
  }

  private static boolean isMapped(Class<?> type) {
    return Arrays.stream(type.getDeclaredAnnotations())
        .anyMatch(one -> MAPPED.contains(one.annotationType().getName()));
  }

  private static boolean isHidden(Member member, Class<?> annotated) {
    int modifiers = member.getModifiers();
    return !Modifier.isPublic(modifiers)
        && !Modifier.isProtected(modifiers)
        && !member.getDeclaringClass().getPackageName().equals(annotated.getPackageName());
  }

  private static String name(Member member) {
    return "\"" + member.getDeclaringClass().getSimpleName() + "." + member.getName() + "\"";
  }
}
