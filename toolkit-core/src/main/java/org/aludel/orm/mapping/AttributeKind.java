package org.aludel.orm.mapping;

import java.util.List;
import java.util.Set;
import org.aludel.instrument.Annotations;

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

  private static final List<String> RELATIONSHIPS =
      List.of(
          Words.MANY_TO_ONE,
          Words.ONE_TO_ONE,
          Words.ONE_TO_MANY,
          Words.MANY_TO_MANY,
          Words.ELEMENT_COLLECTION);

  private final String place;
  private final String words;

  AttributeKind(String place, String words) {
    this.place = place;
    this.words = words;
  }

  static AttributeKind of(Annotations annotations) {
    AttributeKind declared = declared(annotations);
    return annotations.has(Words.JOIN_CONDITION) ? byCondition(declared) : declared;
  }

  private static AttributeKind byCondition(AttributeKind declared) {
    return switch (declared) {
      case MANY_TO_ONE, ONE_TO_ONE, INVERSE_ONE_TO_ONE -> TO_ONE_BY_CONDITION;
      case ONE_TO_MANY, JOINED_ONE_TO_MANY, ONE_TO_MANY_BETWEEN, MANY_TO_MANY ->
          TO_MANY_BY_CONDITION;
      default -> declared;
    };
  }

  private static AttributeKind declared(Annotations annotations) {
    if (annotations.has(Words.MANY_TO_ONE)) {
      return MANY_TO_ONE;
    }
    if (annotations.has(Words.ONE_TO_ONE)) {
      return mapped(annotations, Words.ONE_TO_ONE) ? INVERSE_ONE_TO_ONE : ONE_TO_ONE;
    }
    if (annotations.has(Words.MANY_TO_MANY)) {
      return MANY_TO_MANY;
    }
    if (annotations.has(Words.ONE_TO_MANY)) {
      return oneToMany(annotations);
    }
    if (annotations.has(Words.ELEMENT_COLLECTION)) {
      return ELEMENTS;
    }
    if (annotations.has(Words.COLUMN_PROPERTY)) {
      return EXPRESSION;
    }
    return annotations.has(Words.QUERY_EXPRESSION) ? QUERY : COLUMN;
  }

  private static AttributeKind oneToMany(Annotations annotations) {
    if (mapped(annotations, Words.ONE_TO_MANY)) {
      return ONE_TO_MANY;
    }
    if (annotations.has(Words.JOIN_COLUMN) || annotations.has(Words.JOIN_COLUMNS)) {
      return JOINED_ONE_TO_MANY;
    }
    return annotations.has(Words.JOIN_TABLE) ? ONE_TO_MANY_BETWEEN : ONE_TO_MANY;
  }

  private static boolean mapped(Annotations annotations, String relationship) {
    return annotations
        .find(relationship)
        .map(one -> !one.text("mappedBy", "").isEmpty())
        .orElse(false);
  }

  /** The annotations of an attribute that say what kind of relationship it is. */
  static List<String> relationships(Annotations annotations) {
    return RELATIONSHIPS.stream().filter(annotations::has).toList();
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

  /** Whether it holds the foreign key. */
  boolean isReference() {
    return this == MANY_TO_ONE || this == ONE_TO_ONE;
  }

  /** As messages name it: "a @OneToMany". */
  String words() {
    return words;
  }
}
