package org.aludel.instrument;

/**
 * One persistent attribute of a class, as the generated code numbers them: its index in {@link
 * EntityAccess#attributes()} is its slot.
 *
 * @param name the field's name
 * @param declaredIn the class that declares the field: the entity or a superclass of it
 * @param javaType the field's class, primitive classes included
 * @param elementType what a to-many attribute holds; elsewhere the same as {@code javaType}
 * @param kind how it is stored
 */
public record Attribute(
    String name, Class<?> declaredIn, Class<?> javaType, Class<?> elementType, Kind kind) {

  /** How an attribute is stored. */
  public enum Kind {
    /** In a column of the entity's own table. */
    BASIC,
    /** A reference to one other entity. */
    TO_ONE,
    /** A collection of other entities. */
    TO_MANY
  }

  /** An attribute in a column. */
  public static Attribute basic(String name, Class<?> declaredIn, Class<?> javaType) {
    return new Attribute(name, declaredIn, javaType, javaType, Kind.BASIC);
  }

  /** A reference to another entity. */
  public static Attribute toOne(String name, Class<?> declaredIn, Class<?> javaType) {
    return new Attribute(name, declaredIn, javaType, javaType, Kind.TO_ONE);
  }

  /** A collection of other entities. */
  public static Attribute toMany(
      String name, Class<?> declaredIn, Class<?> javaType, Class<?> elementType) {
    return new Attribute(name, declaredIn, javaType, elementType, Kind.TO_MANY);
  }

  public boolean basic() {
    return kind == Kind.BASIC;
  }
}
