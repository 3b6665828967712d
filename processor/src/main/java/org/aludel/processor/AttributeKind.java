package org.aludel.processor;

import java.util.List;
import java.util.Set;

/** What an attribute is by its annotations, and which annotations mean something on it. */
enum AttributeKind {
  COLUMN("column", "a column's"),
  /** Read as a column, and stored in none. */
  EXPRESSION("expression", "a @ColumnProperty"),
  /** Read where a statement gives its expression. */
  QUERY("query", "a @QueryExpression"),
  EMBEDDED("embedded", "an @Embedded"),
  MANY_TO_ONE("reference", "a @ManyToOne"),
  ONE_TO_ONE("reference", "a @OneToOne"),
  INVERSE_ONE_TO_ONE("inverse", "a @OneToOne(mappedBy)"),
  ONE_TO_MANY("collection", "a @OneToMany"),
  /** Whose foreign key no attribute of the elements holds. */
  JOINED_ONE_TO_MANY("joined", "a @OneToMany(@JoinColumn)"),
  /** Over a table between, in which an element occurs once. */
  ONE_TO_MANY_BETWEEN("between", "a @OneToMany(@JoinTable)"),
  MANY_TO_MANY("association", "a @ManyToMany"),
  TO_ONE_BY_CONDITION("to-one-by-condition", "a @JoinCondition"),
  TO_MANY_BY_CONDITION("to-many-by-condition", "a @JoinCondition"),
  ELEMENTS("elements", "an @ElementCollection"),
  /** Whose elements have several columns. */
  EMBEDDED_ELEMENTS("parts", "an @ElementCollection of an @Embeddable"),
  /** An attribute of such an element. */
  PART("part", "a column's");

  private static final String TO_ONE = Mirrors.JAKARTA + "OneToOne";

  private static final List<String> RELATIONSHIPS =
      List.of(
          Mirrors.JAKARTA + "ManyToOne",
          TO_ONE,
          Mirrors.JAKARTA + "OneToMany",
          Mirrors.JAKARTA + "ManyToMany",
          ElementInspector.COLLECTION);

  private final String place;
  private final String words;

  AttributeKind(String place, String words) {
    this.place = place;
    this.words = words;
  }

  static AttributeKind of(AttributeField field) {
    AttributeKind declared = declared(field);
    return field.has(JoinConditionInspector.JOIN_CONDITION) ? byCondition(declared) : declared;
  }

  private static AttributeKind byCondition(AttributeKind declared) {
    return switch (declared) {
      case MANY_TO_ONE, ONE_TO_ONE, INVERSE_ONE_TO_ONE -> TO_ONE_BY_CONDITION;
      case ONE_TO_MANY, JOINED_ONE_TO_MANY, ONE_TO_MANY_BETWEEN, MANY_TO_MANY ->
          TO_MANY_BY_CONDITION;
      default -> declared;
    };
  }

  private static AttributeKind declared(AttributeField field) {
    if (field.has(Mirrors.JAKARTA + "ManyToOne")) {
      return MANY_TO_ONE;
    }
    if (field.has(TO_ONE)) {
      return mappedBy(field).isEmpty() ? ONE_TO_ONE : INVERSE_ONE_TO_ONE;
    }
    if (field.has(Mirrors.JAKARTA + "ManyToMany")) {
      return MANY_TO_MANY;
    }
    if (field.has(Mirrors.JAKARTA + "OneToMany")) {
      return oneToMany(field);
    }
    return field.has(ElementInspector.COLLECTION) ? ofValues(field) : single(field);
  }

  private static AttributeKind ofValues(AttributeField field) {
    return ElementInspector.isEmbedded(field) ? EMBEDDED_ELEMENTS : ELEMENTS;
  }

  private static AttributeKind single(AttributeField field) {
    if (EmbeddedInspector.isEmbedded(field)) {
      return EMBEDDED;
    }
    if (field.has(ColumnPropertyRule.COLUMN_PROPERTY)) {
      return EXPRESSION;
    }
    return field.has(ColumnPropertyRule.QUERY_EXPRESSION) ? QUERY : COLUMN;
  }

  private static AttributeKind oneToMany(AttributeField field) {
    if (!mappedBy(field).isEmpty()) {
      return ONE_TO_MANY;
    }
    if (LinkInspector.hasJoins(field)) {
      return JOINED_ONE_TO_MANY;
    }
    return field.has(Mirrors.JAKARTA + "JoinTable") ? ONE_TO_MANY_BETWEEN : ONE_TO_MANY;
  }

  /** The attribute that owns the relationship of an inverse one; else empty. */
  static String mappedBy(AttributeField field) {
    return Mirrors.find(field.element(), TO_ONE)
        .or(() -> Mirrors.find(field.element(), Mirrors.JAKARTA + "OneToMany"))
        .or(() -> Mirrors.find(field.element(), Mirrors.JAKARTA + "ManyToMany"))
        .map(mirror -> Mirrors.text(mirror, "mappedBy"))
        .orElse("");
  }

  /** The annotations of an attribute that say what kind of relationship it is. */
  static List<String> relationships(AttributeField field) {
    return RELATIONSHIPS.stream().filter(field::has).toList();
  }

  /** The annotations that have an effect on such an attribute, by their full names. */
  Set<String> allowed() {
    return MappingRules.placed(place);
  }

  /** Whether an annotation has its place on an attribute of any kind. */
  static boolean placed(String annotation) {
    for (AttributeKind kind : values()) {
      if (kind.allowed().contains(annotation)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is read from one column. */
  boolean isRead() {
    return this == COLUMN || this == EXPRESSION || this == QUERY;
  }

  /** Whether it holds the foreign key. */
  boolean isReference() {
    return this == MANY_TO_ONE || this == ONE_TO_ONE;
  }

  /** As messages name it: "a @OneToMany". */
  String words() {
    return words;
  }
}
