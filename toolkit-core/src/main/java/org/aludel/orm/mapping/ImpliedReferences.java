package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The foreign keys that collections with join columns put into the tables of their elements, where
 * no attribute holds them. Each is a reference without a field, which only the session sets.
 */
final class ImpliedReferences {
  /**
   * One of them.
   *
   * @param join whose reference stands for the collection, read from the element
   */
  record Implied(
      EntityDraft owner,
      EntityDraft element,
      EntityDraft.Collection collection,
      JoinResolver.Resolved join) {
    /** As messages name it. */
    String name() {
      return Faults.place(owner.type(), collection.field().name());
    }
  }

  private final Faults faults;
  private final Map<Class<?>, EntityDraft> drafts;
  private final Map<Class<?>, List<Implied>> byElement = new LinkedHashMap<>();

  ImpliedReferences(Faults faults, Map<Class<?>, EntityDraft> drafts) {
    this.faults = faults;
    this.drafts = drafts;
  }

  /** Resolves the join columns of all collections that have some. */
  void resolve(JoinResolver resolver) {
    for (EntityDraft owner : drafts.values()) {
      for (EntityDraft.Draft attribute : owner.ownAttributes()) {
        if (attribute instanceof EntityDraft.Collection collection && collection.joined()) {
          resolve(resolver, owner, collection);
        }
      }
    }
  }

  private void resolve(
      JoinResolver resolver, EntityDraft owner, EntityDraft.Collection collection) {
    EntityDraft element = drafts.get(collection.terms().target());
    if (element == null) {
      JoinResolver.unmapped(faults, collection, collection.terms().target());
      return;
    }
    JoinResolver.Resolved join = resolver.resolveImplied(element, reference(owner, collection));
    if (join != null) {
      byElement
          .computeIfAbsent(element.type(), any -> new ArrayList<>())
          .add(new Implied(owner, element, collection, join));
    }
  }

  /** The collection as its elements see it. */
  private static EntityDraft.Reference reference(
      EntityDraft owner, EntityDraft.Collection collection) {
    boolean required =
        collection.joinColumns().stream().anyMatch(join -> !join.flag("nullable", true));
    return new EntityDraft.Reference(
        collection.field(),
        new RelationshipTerms(
            Relationship.Kind.MANY_TO_ONE,
            owner.type(),
            EnumSet.noneOf(Cascade.class),
            false,
            LoadStrategy.LAZY,
            !required),
        collection.joinColumns());
  }

  /** Those in the rows of a class, those of classes above it first. */
  List<Implied> of(EntityDraft element) {
    List<Implied> own = byElement.getOrDefault(element.type(), List.of());
    EntityDraft above = element.superDraft();
    if (above == null) {
      return own;
    }
    List<Implied> all = new ArrayList<>(of(above));
    all.addAll(own);
    return all;
  }
}
