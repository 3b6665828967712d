package org.aludel.orm.loading;

import java.util.List;
import java.util.function.Function;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.JoinCondition;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement over the other side of a relationship finds the keys of the owners: in the
 * table between, or in the rows of the owners themselves, to which a condition leads.
 *
 * @param item what is joined
 * @param columns its columns with the key of the owner
 * @param match when its rows and those of a source belong together
 * @param position its column that says where in a list an element stands, or null
 */
record OwnerKeys(
    FromItem item,
    List<ColumnReference<?>> columns,
    Function<NodeSource, Predicate> match,
    @Nullable ColumnReference<?> position) {

  static OwnerKeys of(Relationship relationship, EntityModels models) {
    JoinCondition condition = models.condition(relationship);
    return condition == null ? between(relationship) : owners(relationship, models, condition);
  }

  private static OwnerKeys between(Relationship relationship) {
    AssociationJoin association = AssociationJoin.of(relationship);
    return new OwnerKeys(
        association.between(),
        association.nearColumns(),
        source -> association.far(RowMatch.references(source, relationship.remoteColumns())),
        association.position(relationship));
  }

  private static OwnerKeys owners(
      Relationship relationship, EntityModels models, JoinCondition condition) {
    EntityModel<?> model = models.of(relationship.owner());
    // Names that joins of the target add end in a number.
    NodeSource rows = NodeSource.of(model, model.mapper().table().name().name() + "_owner");
    return new OwnerKeys(
        rows.item(),
        RowMatch.references(rows, relationship.localColumns()),
        source -> condition.between(rows.item(), source.item()),
        null);
  }

  /** The condition under which rows of both belong together. */
  Predicate belonging(NodeSource source) {
    return match.apply(source);
  }
}
