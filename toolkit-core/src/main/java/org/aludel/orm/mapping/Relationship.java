package org.aludel.orm.mapping;

import java.util.List;
import java.util.Set;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * A reference to another entity or a collection of them. Immutable once the registry is built.
 *
 * <p>The side with the foreign key owns the relationship; the other side, named by {@code
 * mappedBy}, mirrors it and writes nothing.
 */
public final class Relationship implements Property {
  /** How many objects of each side belong together, read from this side to the other. */
  public enum Kind {
    MANY_TO_ONE,
    ONE_TO_ONE,
    ONE_TO_MANY,
    MANY_TO_MANY,
    /** At most one, which no key but a condition finds. */
    TO_ONE_BY_CONDITION,
    TO_MANY_BY_CONDITION
  }

  /**
   * One term of a collection's order.
   *
   * @param property of the target
   */
  public record Order(BasicProperty property, boolean descending) {}

  private final RelationshipFacts facts;
  private final Wiring wiring;

  Relationship(RelationshipFacts facts, Wiring wiring) {
    this.facts = facts;
    this.wiring = wiring;
  }

  @Override
  public String name() {
    return facts.name();
  }

  @Override
  public int slot() {
    return facts.slot();
  }

  public Kind kind() {
    return facts.kind();
  }

  /** Whether the foreign key stands in the owner's own table, so that a row tells the target. */
  public boolean isReference() {
    return kind() == Kind.MANY_TO_ONE || (kind() == Kind.ONE_TO_ONE && mappedBy() == null);
  }

  /** Whether the attribute holds several objects. */
  public boolean isCollection() {
    return kind() == Kind.ONE_TO_MANY
        || kind() == Kind.MANY_TO_MANY
        || kind() == Kind.TO_MANY_BY_CONDITION;
  }

  /** Whether a condition that its class gives says what it holds; it is never written. */
  public boolean isByCondition() {
    return kind() == Kind.TO_ONE_BY_CONDITION || kind() == Kind.TO_MANY_BY_CONDITION;
  }

  /** Whether no row of either side tells the other: a table between does, or a condition. */
  public boolean isPaired() {
    return kind() == Kind.MANY_TO_MANY || isByCondition();
  }

  /** Whether an owner may come with several rows of the other side. */
  public boolean mayRepeat() {
    return isCollection() || isByCondition();
  }

  /** Whether it is a collection that is never loaded. */
  public boolean isWriteOnly() {
    return javaType() == WriteOnlyCollection.class;
  }

  /**
   * Whether it holds one object of which the own row says nothing: the side of a one-to-one without
   * a key, or what a condition finds.
   */
  public boolean isInverseReference() {
    return (kind() == Kind.ONE_TO_ONE && mappedBy() != null) || kind() == Kind.TO_ONE_BY_CONDITION;
  }

  /** The field's class: the target itself, or a class of collections. */
  public Class<?> javaType() {
    return facts.javaType();
  }

  /** The class that has this attribute. */
  public Mapper<?> owner() {
    return wiring.mapper(facts.owner());
  }

  /** The topmost entity that has the attribute: that of the owner, or one that it extends. */
  public Class<?> declaredBy() {
    return facts.declaredBy();
  }

  /** The class that is referred to. */
  public Mapper<?> target() {
    return wiring.mapper(facts.target());
  }

  /** Columns of the owner's table, in key order: the foreign key, or the key it refers to. */
  public List<Column> localColumns() {
    return wiring.join(this).local();
  }

  /** Columns of the target's table, in the order of {@link #localColumns()}. */
  public List<Column> remoteColumns() {
    return wiring.join(this).remote();
  }

  /** The table between both sides of a many-to-many relationship; null for others. */
  public @Nullable Association association() {
    return kind() == Kind.MANY_TO_MANY ? wiring.association(this) : null;
  }

  /** The attribute on the other side, or null when the reference is known on this side only. */
  public @Nullable Relationship inverse() {
    return wiring.inverse(this);
  }

  /** The attribute of the target that owns the relationship; null on the owning side. */
  public @Nullable String mappedBy() {
    return facts.mappedBy();
  }

  public Set<Cascade> cascades() {
    return facts.cascades();
  }

  /**
   * Whether an object is deleted at flush when it leaves the attribute, or when its own reference
   * is set to null; one whose reference leads to another owner has moved and stays. As SQLAlchemy:
   * delete-orphan. Hibernate watches the collection alone and sets the foreign key to NULL.
   */
  public boolean orphanRemoval() {
    return facts.orphanRemoval();
  }

  public LoadStrategy load() {
    return facts.load();
  }

  /** False when every object must refer to one; then the foreign key is NOT NULL. */
  public boolean optional() {
    return facts.optional();
  }

  /** Whether INSERT writes the foreign key through this attribute. */
  public boolean insertable() {
    return facts.insertable();
  }

  /** Whether UPDATE writes the foreign key through this attribute. */
  public boolean updatable() {
    return facts.updatable();
  }

  /** The order of a collection when it is loaded; empty for the order of the target's id. */
  public List<Order> orderBy() {
    return wiring.order(this);
  }

  /**
   * The attribute of the elements whose values are the keys of a map; null for other collections.
   */
  public @Nullable BasicProperty mapKey() {
    return wiring.mapKey(this);
  }

  /**
   * The column that says where in a list an element stands: of the table between where the list
   * owns one, of the table of the elements where the foreign key is there; null where none says.
   */
  public @Nullable Column position() {
    Association between = mappedBy() == null ? association() : null;
    return between == null ? facts.position() : between.position();
  }

  RelationshipFacts facts() {
    return facts;
  }

  /**
   * The same attribute is the same relationship for all classes of a hierarchy, although each has a
   * slot of its own for it.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Relationship relationship
            && relationship.facts.declaredBy() == facts.declaredBy()
            && relationship.facts.name().equals(facts.name()));
  }

  @Override
  public int hashCode() {
    return facts.declaredBy().hashCode() * 31 + facts.name().hashCode();
  }

  @Override
  public String toString() {
    return facts.owner().getName() + "." + facts.name();
  }
}
