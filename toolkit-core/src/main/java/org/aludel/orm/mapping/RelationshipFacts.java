package org.aludel.orm.mapping;

import java.util.Set;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * What one attribute says of a relationship, before the other side is known.
 *
 * @param declaredBy the topmost entity that has the attribute: the owner, or one that it extends
 * @param position the column of the target's table that says where in a list it stands, or null
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
    boolean updatable,
    @Nullable Column position) {
  RelationshipFacts {
    cascades = Set.copyOf(cascades);
  }
}
