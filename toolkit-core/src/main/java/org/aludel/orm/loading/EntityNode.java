package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.hierarchy.NarrowedViews;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Join;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;

/**
 * One class in the rows of a statement, and the classes joined to it that fill its relationships.
 * Immutable.
 *
 * @param choice which columns of the class the rows have
 */
public record EntityNode(
    EntityModel<?> model,
    LoadPlan plan,
    NodeSource source,
    List<Child> children,
    ColumnChoice choice) {
  public EntityNode {
    children = List.copyOf(children);
  }

  /** The same where a statement has all columns, whatever the plan says. */
  public static EntityNode whole(EntityModel<?> model, LoadPlan plan, NodeSource source) {
    return new EntityNode(model, plan, source, List.of(), ColumnChoice.WHOLE);
  }

  /**
   * What is joined along one relationship.
   *
   * @param join to add; null where the statement itself joined them
   * @param position the column of a table between that says where an element stands, or null
   */
  public record Child(
      Relationship relationship,
      EntityNode node,
      @Nullable Join join,
      @Nullable ColumnReference<?> position) {
    /** The order of the elements of a collection. */
    List<Ordering> order() {
      return position == null
          ? CollectionOrder.of(relationship, node.source())
          : CollectionOrder.of(relationship, node.source(), position);
    }

    /** Whether the loader adds the join. */
    boolean isAdded() {
      return join != null;
    }
  }

  /** The columns to select, first those of the class, then those of each child in order. */
  public List<Expression<?>> columns() {
    List<Expression<?>> all = source.columns(choice);
    children.forEach(child -> all.addAll(child.node().columns()));
    return all;
  }

  /** The joins to add, outermost first. */
  public List<Join> joins() {
    List<Join> all = new ArrayList<>();
    for (Child child : children) {
      if (child.join() != null) {
        all.add(child.join());
      }
      all.addAll(child.node().joins());
    }
    return all;
  }

  /** A statement over the node, without the tables of classes that nothing in it uses. */
  public <R> Select<R> narrowed(Select<R> select) {
    List<EntityView> views = new ArrayList<>();
    addPartial(views);
    return views.isEmpty() ? select : NarrowedViews.of(select, views);
  }

  private void addPartial(List<EntityView> views) {
    if (!choice.isWhole()) {
      views.add(source.view());
    }
    children.forEach(child -> child.node().addPartial(views));
  }

  /** The orders of the collections among the joins that are added. */
  public List<Ordering> orders() {
    List<Ordering> all = new ArrayList<>();
    for (Child child : children) {
      if (child.isAdded() && child.relationship().isCollection()) {
        all.addAll(child.order());
      }
      all.addAll(child.node().orders());
    }
    return all;
  }

  /** Whether a row of this class may come several times, once for each of its elements. */
  public boolean repeats() {
    return children.stream()
        .anyMatch(child -> child.relationship().mayRepeat() || child.node().repeats());
  }

  /** Whether the joins that are added make rows come several times. */
  public boolean addsRows() {
    return children.stream()
        .anyMatch(
            child ->
                (child.isAdded() && child.relationship().mayRepeat()) || child.node().addsRows());
  }

  /** Whether joins are to be added. */
  public boolean addsJoins() {
    return children.stream().anyMatch(child -> child.isAdded() || child.node().addsJoins());
  }
}
