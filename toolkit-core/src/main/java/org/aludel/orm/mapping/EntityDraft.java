package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.FieldModel;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** What one entity class says of itself, before any other class is known. */
final class EntityDraft {
  /** An attribute of the class. */
  sealed interface Draft permits Basic, Reference, Collection, Many, Elements {
    FieldModel field();

    default String place() {
      return Faults.place(field().declaredIn(), field().name());
    }
  }

  /**
   * An attribute in a column.
   *
   * @param path the names of the fields that lead to it, with dots between them
   */
  record Basic(
      FieldModel field, String path, Column column, boolean id, boolean version, Writes writes)
      implements Draft {
    /** The same attribute as a member of an embedded one. */
    Basic inside(String prefix, boolean nullable) {
      Column stored = nullable ? column.withNullable(true) : column;
      return new Basic(field, prefix + path, stored, id, version, writes);
    }

    /** The same value as an element, which is never null. */
    Basic element() {
      return new Basic(field, path, column.notNull(), id, version, writes);
    }

    /** The same attribute as a part of the id, which stays as it was inserted. */
    Basic asId() {
      Writes fixed = new Writes(writes.insertable(), false, writes.generation(), writes.sequence());
      return new Basic(field, path, column.withNullable(false), true, version, fixed);
    }

    /** The same id with the values that a reference holds, in the column of that. */
    Basic derived(Column stored) {
      Writes given = new Writes(true, false, Generation.DERIVED, null);
      return new Basic(field, path, stored.withNullable(false), true, version, given);
    }

    /** Whether it is an expression of the statement that reads it, which no table stores. */
    boolean isExpression() {
      return writes.generation().byStatement();
    }

    /** Whether it is a member of an embedded attribute. */
    boolean embedded() {
      return path.indexOf('.') >= 0;
    }
  }

  /** Who writes a column and who makes its value. */
  record Writes(
      boolean insertable,
      boolean updatable,
      Generation generation,
      @Nullable IdSequence sequence) {}

  /** An attribute with a foreign key. */
  record Reference(FieldModel field, RelationshipTerms terms, List<AnnotationValues> joinColumns)
      implements Draft {
    Reference {
      joinColumns = List.copyOf(joinColumns);
    }

    /** Whether its columns are those of the id, which alone writes them. */
    boolean derived() {
      return field.annotations().has(Words.ID) || field.annotations().has(Words.MAPS_ID);
    }
  }

  /**
   * An attribute that a foreign key of its target fills.
   *
   * @param mappedBy the attribute of the target with that key; empty where no attribute has it
   * @param joinColumns the columns of a key that no attribute has
   */
  record Collection(
      FieldModel field,
      RelationshipTerms terms,
      String mappedBy,
      List<AnnotationValues> joinColumns,
      String orderBy)
      implements Draft {
    Collection {
      joinColumns = List.copyOf(joinColumns);
    }

    /** Whether the key stands in the target's table without an attribute of its own. */
    boolean joined() {
      return mappedBy.isEmpty();
    }
  }

  /**
   * An attribute of a relationship whose pairs stand in no row of either side: many-to-many, or by
   * a condition.
   *
   * @param mappedBy the attribute of the target that owns it; empty for the owning side
   */
  record Many(FieldModel field, RelationshipTerms terms, String mappedBy, String orderBy)
      implements Draft {
    /** Whether an element may have one owner only: a one-to-many over a table between. */
    boolean isOneToMany() {
      return field.annotations().has(Words.ONE_TO_MANY);
    }

    /** Whether a condition says which rows belong together. */
    boolean isByCondition() {
      return field.annotations().has(Words.JOIN_CONDITION);
    }

    /** Whether an attribute of the other side may name it as the one that owns the relationship. */
    boolean isOwning() {
      return mappedBy.isEmpty() && !isByCondition();
    }
  }

  /**
   * A collection of values.
   *
   * @param key of a list's positions or a map's keys, or null
   * @param values what an element consists of: itself, or the attributes of an embeddable class
   */
  record Elements(
      FieldModel field,
      @Nullable Column key,
      List<Basic> values,
      boolean embedded,
      LoadStrategy load)
      implements Draft {
    Elements {
      values = List.copyOf(values);
    }

    /** The columns of an element. */
    List<Column> columns() {
      return values.stream().map(Basic::column).toList();
    }
  }

  private final Class<?> type;
  private final QualifiedName table;
  private final @Nullable EntityDraft superDraft;
  private final List<ClassModel> classes;
  private final List<Draft> attributes = new ArrayList<>();

  /**
   * A draft without attributes.
   *
   * @param classes the mapped superclasses from the top, then the entity itself
   * @param superDraft that of the entity that it extends, whose attributes come first; or null
   */
  EntityDraft(QualifiedName table, List<ClassModel> classes, @Nullable EntityDraft superDraft) {
    this.type = classes.get(classes.size() - 1).type();
    this.table = table;
    this.classes = List.copyOf(classes);
    this.superDraft = superDraft;
    if (superDraft != null) {
      attributes.addAll(superDraft.attributes);
    }
  }

  /** That of the entity that it extends, or null. */
  @Nullable EntityDraft superDraft() {
    return superDraft;
  }

  /** The topmost entity of the hierarchy; itself where it extends none. */
  EntityDraft root() {
    return superDraft == null ? this : superDraft.root();
  }

  /** Whether its rows come from a view. */
  boolean isView() {
    return root().model().annotations().has(Words.VIEW);
  }

  /** Whether its table, if it is one, is part of the schema. */
  boolean isManaged() {
    return !isView() && !model().annotations().has(Words.UNMANAGED);
  }

  /** How the hierarchy is stored; what JPA says where nothing is said. */
  InheritanceStrategy strategy() {
    return root()
        .model()
        .annotations()
        .find(Words.INHERITANCE)
        .map(one -> InheritanceStrategy.valueOf(one.text("strategy", "SINGLE_TABLE")))
        .orElse(InheritanceStrategy.SINGLE_TABLE);
  }

  /** The classes that the entity which it extends does not consist of. */
  List<ClassModel> ownClasses() {
    return classes.subList(superDraft == null ? 0 : superDraft.classes.size(), classes.size());
  }

  /** The attributes that the entity which it extends does not have. */
  List<Draft> ownAttributes() {
    return attributes.subList(
        superDraft == null ? 0 : superDraft.attributes.size(), attributes.size());
  }

  /** The topmost entity of its lineage that has an attribute. */
  EntityDraft declaring(Draft attribute) {
    return superDraft != null && superDraft.attributes.contains(attribute)
        ? superDraft.declaring(attribute)
        : this;
  }

  /** Whether rows of other classes share the column of an attribute, and have NULL in it. */
  boolean isNullForOthers(Draft attribute) {
    return strategy() == InheritanceStrategy.SINGLE_TABLE
        && declaring(attribute).superDraft != null;
  }

  /** The columns of the key that a joined class refers to the table above it with. */
  List<AnnotationValues> keyJoins() {
    Annotations annotations = model().annotations();
    return annotations
        .find(Words.PRIMARY_KEY_JOIN_COLUMNS)
        .map(container -> container.nestedList("value"))
        .orElse(annotations.findAll(Words.PRIMARY_KEY_JOIN_COLUMN));
  }

  /** The names of the columns of the primary key of its table, in the order of the id. */
  List<String> keyColumns() {
    if (superDraft == null || strategy() != InheritanceStrategy.JOINED) {
      return ids().stream().map(id -> id.column().name()).toList();
    }
    List<String> above = superDraft.keyColumns();
    List<AnnotationValues> joins = keyJoins();
    List<String> names = new ArrayList<>();
    for (String column : above) {
      AnnotationValues join =
          joins.stream()
              .filter(one -> column.equals(Delimited.exact(one.text("referencedColumnName", ""))))
              .findFirst()
              .orElse(above.size() == 1 && joins.size() == 1 ? joins.get(0) : null);
      String given = join == null ? null : join.textOrNull("name");
      names.add(given == null ? column : Delimited.exact(given));
    }
    return names;
  }

  /** The name of the entity, which is the class's unless said. */
  String entityName() {
    return model()
        .annotations()
        .find(Words.ENTITY)
        .map(one -> one.textOrNull("name"))
        .orElse(type.getSimpleName());
  }

  /** Whether a field is stored: not transient, neither by keyword nor by annotation. */
  static boolean isAttribute(FieldModel field) {
    return !field.transientKeyword() && !field.annotations().has(Words.TRANSIENT);
  }

  Class<?> type() {
    return type;
  }

  QualifiedName table() {
    return table;
  }

  List<ClassModel> classes() {
    return classes;
  }

  /** The entity's own model. */
  ClassModel model() {
    return classes.get(classes.size() - 1);
  }

  /** All attributes in the order of declaration, superclasses first; modifiable. */
  List<Draft> attributes() {
    return attributes;
  }

  List<Basic> basics() {
    return attributes.stream().filter(Basic.class::isInstance).map(Basic.class::cast).toList();
  }

  /** As {@link #ownAttributes()}, those in columns. */
  List<Basic> ownBasics() {
    return ownAttributes().stream().filter(Basic.class::isInstance).map(Basic.class::cast).toList();
  }

  List<Basic> ids() {
    return basics().stream().filter(Basic::id).toList();
  }

  Optional<Reference> reference(String name) {
    return attributes.stream()
        .filter(Reference.class::isInstance)
        .map(Reference.class::cast)
        .filter(reference -> reference.field().name().equals(name))
        .findFirst();
  }
}
