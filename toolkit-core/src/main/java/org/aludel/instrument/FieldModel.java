package org.aludel.instrument;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One instance field of a class, as data.
 *
 * @param declaredIn the class that declares it
 * @param type its class, primitive classes included
 * @param typeArguments the classes of its type arguments; a wildcard or variable as its bound
 * @param openVariable a type variable in its type that nothing stands for, or null
 * @param transientKeyword whether Java's {@code transient} keeps it out of the mapping
 * @param finalKeyword whether it can be assigned once only
 * @param nullness what JSpecify says of it
 */
public record FieldModel(
    Class<?> declaredIn,
    String name,
    Class<?> type,
    List<Class<?>> typeArguments,
    @Nullable String openVariable,
    Annotations annotations,
    boolean transientKeyword,
    boolean finalKeyword,
    Nullness nullness) {

  /** What the annotations of JSpecify say of a reference. */
  public enum Nullness {
    NULLABLE,
    NON_NULL,
    UNSPECIFIED
  }

  public FieldModel {
    typeArguments = List.copyOf(typeArguments);
  }

  /** The same field as one of the class that its own class maps. */
  FieldModel in(Class<?> mapped) {
    return new FieldModel(
        mapped,
        name,
        type,
        typeArguments,
        openVariable,
        annotations,
        transientKeyword,
        finalKeyword,
        nullness);
  }

  /** The same field as if it were of another class, which is what a converter stores. */
  public FieldModel withType(Class<?> other, List<Class<?>> arguments) {
    return new FieldModel(
        declaredIn,
        name,
        other,
        arguments,
        openVariable,
        annotations,
        transientKeyword,
        finalKeyword,
        nullness);
  }

  /** The same field with other annotations. */
  public FieldModel withAnnotations(Annotations others) {
    return new FieldModel(
        declaredIn,
        name,
        type,
        typeArguments,
        openVariable,
        others,
        transientKeyword,
        finalKeyword,
        nullness);
  }

  /** The class of the only type argument, or null. */
  public @Nullable Class<?> onlyTypeArgument() {
    return typeArguments.size() == 1 ? typeArguments.get(0) : null;
  }

  /** The field's class with its type arguments, as far as the running program knows them. */
  public String fullTypeName() {
    return typeArguments.isEmpty()
        ? typeName()
        : typeArguments.stream()
            .map(ClassModel::sourceName)
            .collect(Collectors.joining(", ", typeName() + "<", ">"));
  }

  /** The field's class as it is written in source, without type arguments. */
  public String typeName() {
    return ClassModel.sourceName(type);
  }
}
