package org.aludel.processor;

import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * One persistent attribute as the writers need it.
 *
 * @param declaredIn full name of the class that declares the field
 * @param javaType source text of the attribute's class without type arguments
 * @param fieldType the same of the field as declared: the bound where that is a type variable
 * @param elementType what a collection holds; of a column the class with its type arguments
 * @param value how it is read from a row; null for relationships
 * @param column the column's name as far as annotations and names tell; empty for relationships
 * @param sqlType source text of the SQL type; empty for relationships
 * @param link the foreign key of a relationship; null for columns
 * @param embedded the embedded attribute that it is a member of, or null
 * @param derived where its values come from, for an id that a reference holds; else null
 * @param elements what the elements of a collection consist of, where that is several columns
 */
record AttributeModel(
    VariableElement field,
    String declaredIn,
    String javaType,
    String fieldType,
    String elementType,
    Kind kind,
    @Nullable ValueKind value,
    boolean id,
    String column,
    String sqlType,
    @Nullable LinkModel link,
    @Nullable EmbeddedModel embedded,
    @Nullable DerivedModel derived,
    @Nullable ElementModel elements) {
  /** An attribute of the entity itself or of a mapped superclass. */
  AttributeModel(
      VariableElement field,
      String declaredIn,
      String javaType,
      String fieldType,
      String elementType,
      Kind kind,
      @Nullable ValueKind value,
      boolean id,
      String column,
      String sqlType,
      @Nullable LinkModel link) {
    this(
        field,
        declaredIn,
        javaType,
        fieldType,
        elementType,
        kind,
        value,
        id,
        column,
        sqlType,
        link,
        null,
        null,
        null);
  }

  /** The same attribute as a member; its value is null where there is nothing embedded. */
  AttributeModel inside(EmbeddedModel parent) {
    return new AttributeModel(
        field,
        declaredIn,
        TypeNames.boxed(javaType),
        fieldType,
        elementType,
        kind,
        value,
        id,
        column,
        sqlType,
        link,
        parent,
        derived,
        elements);
  }

  /** The same id with the values that a reference holds. */
  AttributeModel from(DerivedModel source, String type) {
    return new AttributeModel(
        field,
        declaredIn,
        javaType,
        fieldType,
        elementType,
        kind,
        value,
        true,
        source.column(),
        type,
        link,
        embedded,
        source,
        elements);
  }

  /** The same collection, whose elements have several columns. */
  AttributeModel of(ElementModel parts) {
    return new AttributeModel(
        field,
        declaredIn,
        javaType,
        fieldType,
        elementType,
        kind,
        value,
        id,
        column,
        sqlType,
        link,
        embedded,
        derived,
        parts);
  }

  /** Whether a reference has the value and no attribute of its own. */
  boolean implied() {
    return derived != null && derived.implied();
  }

  /** As {@code org.aludel.instrument.Attribute.Kind}, but for the sides of a one-to-one. */
  enum Kind {
    BASIC("basic"),
    TO_ONE("toOne"),
    /** The side of a one-to-one without a foreign key; to who reads and writes it as the other. */
    INVERSE_TO_ONE("toOne"),
    TO_MANY("toMany"),
    /** Values in a table of their own; to who reads and writes it as objects. */
    ELEMENTS("toMany");

    private final String factory;

    Kind(String factory) {
      this.factory = factory;
    }

    /** The factory method of the attribute. */
    String factory() {
      return factory;
    }
  }

  /** The name of the field. */
  String name() {
    return field.getSimpleName().toString();
  }

  /** The name of the slot: the path from the entity. */
  String path() {
    if (derived != null && derived.implied()) {
      return derived.path();
    }
    return embedded == null ? name() : embedded.path() + "." + name();
  }

  /** Full name of the class whose field leads to it: the entity or one that it extends. */
  String owner() {
    return embedded == null ? declaredIn : embedded.top().declaredIn();
  }

  boolean basic() {
    return kind == Kind.BASIC;
  }

  /** Whether it is read as a column and stored in none. */
  boolean expression() {
    return Mirrors.has(field, ColumnPropertyRule.COLUMN_PROPERTY)
        || Mirrors.has(field, ColumnPropertyRule.QUERY_EXPRESSION);
  }

  boolean primitive() {
    return embedded == null && !implied() && field.asType().getKind().isPrimitive();
  }

  /** Whether a converter or a type of a user's stands between the class and the column. */
  boolean otherwiseStored() {
    return sqlType.startsWith("new ")
        || sqlType.startsWith("org.aludel.instrument.")
        || sqlType.contains("::convertToEntityAttribute")
        || Mirrors.has(field, ConverterInspector.CONVERT);
  }

  /** The name of its codec, for values that only a codec reads. */
  String codec(int slot) {
    return "C" + slot;
  }

  /** A cast to the class that its VarHandle has, where that is not the attribute's; else empty. */
  String fieldCast() {
    return fieldType.equals(javaType) ? "" : "(" + fieldType + ") ";
  }

  /** The name of its VarHandle; the slot makes it unique whatever the attribute's name is. */
  String handle(int slot) {
    return "F" + slot;
  }

  /** The name of the method that reads it through what it is embedded in. */
  String getter(int slot) {
    return "get" + slot;
  }

  /** The name of the method that writes it through what it is embedded in. */
  String setter(int slot) {
    return "set" + slot;
  }
}
