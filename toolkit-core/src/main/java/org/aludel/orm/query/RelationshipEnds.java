package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.loading.AssociationJoin;
import org.aludel.orm.mapping.Relationship;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The columns in one statement by which the two ends of a relationship find each other.
 *
 * @param near those of the object that has the attribute
 * @param far those of what the attribute holds, in the same order
 * @param stated what the class says instead; null where columns tell
 */
record RelationshipEnds(
    Relationship relationship,
    List<ColumnReference<?>> near,
    List<ColumnReference<?>> far,
    @Nullable Predicate stated) {

  boolean haveTableBetween() {
    return relationship.association() != null;
  }

  /** Whether a join of this kind can go through a table between: nobody asks for its far rows. */
  boolean goThroughTable(Join.Kind kind) {
    return haveTableBetween() && (kind == Join.Kind.INNER || kind == Join.Kind.LEFT);
  }

  /** What is joined in the place of the far rows, and its condition. */
  FromItem through(String suffix, FromItem rows, List<Predicate> on) {
    AssociationJoin plain = AssociationJoin.of(relationship);
    AssociationJoin between = plain.as(plain.name() + suffix);
    on.add(between.near(near));
    return between.with(rows, far);
  }

  /** The condition under which rows of both ends belong together. */
  Predicate condition() {
    if (haveTableBetween()) {
      return AssociationJoin.of(relationship).joined(near, far);
    }
    if (stated != null) {
      return stated;
    }
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < near.size(); index++) {
      parts.add(
          new Predicate.Comparison(far.get(index), Predicate.Operator.EQUAL, near.get(index)));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }

  /** Whether a near row has a far one under these conditions, through the table between. */
  Predicate any(FromItem rows, List<Predicate> conditions) {
    return AssociationJoin.of(relationship).any(near, rows, far, conditions);
  }
}
