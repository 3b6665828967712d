package org.aludel.orm.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one attribute says of a relationship, before the other side is known.
 *
 * @param declaredBy the topmost entity that has the attribute: the owner, or one that it extends
 */
record RelationshipFacts(
    Class<?> owner,
    Class<?> declaredBy,
    String name,
    int slot,
    Class<?> javaType,
    Class<?> target,
    Relationship.Kind kind,
    @Nullable String mappedBy,
    Set<Cascade> cascades,
    boolean orphanRemoval,
    LoadStrategy load,
    boolean optional,
    boolean insertable,
    boolean updatable) {
  RelationshipFacts {
    cascades = Set.copyOf(cascades);
  }
}
