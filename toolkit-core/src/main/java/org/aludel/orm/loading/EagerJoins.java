package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.JoinCondition;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is joined to the classes of one statement, under names that it does not use yet. Not
 * thread-safe; one a statement.
 */
public final class EagerJoins {
  private final EntityModels models;
  private final Set<String> taken;

  /**
   * @param taken the names that the statement uses
   */
  public EagerJoins(EntityModels models, Set<String> taken) {
    this.models = models;
    this.taken = new HashSet<>(taken);
  }

  /** A class of the statement with all that its plan wants joined to it. */
  public EntityNode node(Mapper<?> mapper, LoadPlan plan, NodeSource source) {
    return node(mapper, plan, source, new Path(List.of(), true));
  }

  /**
   * How a node is reached.
   *
   * @param mapped the relationships whose mapping wants the join, not an option; one of them is
   *     followed once, so that classes that refer to themselves come to an end
   * @param certain whether every row of the statement has one of this class
   */
  private record Path(List<Relationship> mapped, boolean certain) {
    Path behind(Relationship relationship, boolean byMapping, boolean inner) {
      List<Relationship> all = new ArrayList<>(mapped);
      if (byMapping) {
        all.add(relationship);
      }
      return new Path(all, certain && inner);
    }
  }

  private EntityNode node(Mapper<?> mapper, LoadPlan plan, NodeSource source, Path path) {
    List<EntityNode.Child> children = new ArrayList<>();
    for (Relationship relationship : mapper.relationships()) {
      if (plan.strategy(relationship) == LoadStrategy.JOINED
          && (plan.names(relationship) || !path.mapped().contains(relationship))) {
        children.add(child(relationship, plan, source, path));
      }
    }
    EntityModel<?> model = models.of(mapper);
    return new EntityNode(model, plan, source, children, plan.columns(model));
  }

  private EntityNode.Child child(
      Relationship relationship, LoadPlan plan, NodeSource owner, Path path) {
    FromItem known = plan.joined(relationship);
    boolean byMapping = !plan.names(relationship);
    if (known != null) {
      EntityNode node =
          node(
              relationship.target(),
              plan.behind(relationship),
              NodeSource.of(models.of(relationship.target()), known),
              path.behind(relationship, byMapping, false));
      return new EntityNode.Child(relationship, node, null, null);
    }
    Mapper<?> mapper = relationship.target();
    NodeSource target = NodeSource.of(models.of(mapper), alias(mapper.table().name().name()));
    List<Predicate> on = new ArrayList<>();
    Joined joined = joined(relationship, owner, target, on);
    addCondition(plan.condition(relationship), target, on);
    addCondition(plan.terms().criteria().of(relationship.target()), target, on);
    boolean inner =
        relationship.isReference() && !relationship.optional() && path.certain() && on.size() == 1;
    EntityNode node =
        node(
            relationship.target(),
            plan.behind(relationship),
            target,
            path.behind(relationship, byMapping, inner));
    Join.Match match = new Join.Match(Sql.and(on.toArray(Predicate[]::new)), null);
    Join.Kind kind = inner ? Join.Kind.INNER : Join.Kind.LEFT;
    Join join = new Join(kind, joined.item(), match, owner.item());
    return new EntityNode.Child(relationship, node, join, joined.position());
  }

  /** What is joined to the owner: the rows of the class, with the table between where one is. */
  private Joined joined(
      Relationship relationship, NodeSource owner, NodeSource target, List<Predicate> on) {
    JoinCondition condition = models.condition(relationship);
    if (condition != null) {
      on.add(condition.between(owner.item(), owner.prefix(), target.item()));
      return new Joined(target.item(), null);
    }
    if (relationship.association() == null) {
      on.add(RowMatch.join(relationship, owner, target));
      return new Joined(target.item(), null);
    }
    AssociationJoin plain = AssociationJoin.of(relationship);
    AssociationJoin between = plain.as(alias(plain.name()));
    on.add(between.near(RowMatch.references(owner, relationship.localColumns())));
    return new Joined(
        between.with(target.item(), RowMatch.references(target, relationship.remoteColumns())),
        between.position(relationship));
  }

  /** What is joined, and the column that says where in a list its rows stand, or null. */
  private record Joined(FromItem item, @Nullable ColumnReference<?> position) {}

  static void addCondition(@Nullable Predicate condition, NodeSource source, List<Predicate> all) {
    if (condition != null) {
      all.add(SourceSwap.of(source).apply(condition));
    }
  }

  private String alias(String name) {
    int number = 1;
    while (!taken.add(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }
}
