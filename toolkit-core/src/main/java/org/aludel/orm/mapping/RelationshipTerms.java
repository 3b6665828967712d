package org.aludel.orm.mapping;

import java.util.Set;

/** What the annotations of one relationship attribute say, whatever its kind. */
record RelationshipTerms(
    Relationship.Kind kind,
    Class<?> target,
    Set<Cascade> cascades,
    boolean orphanRemoval,
    LoadStrategy load,
    boolean optional) {
  RelationshipTerms {
    cascades = Set.copyOf(cascades);
  }
}
