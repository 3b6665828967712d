package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.loading.NodeSource;
import org.aludel.orm.loading.SourceSwap;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.sql.Delete;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.JoinedSource;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Reach;
import org.aludel.sql.Select;
import org.aludel.sql.SourceKey;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.TableScan;
import org.aludel.sql.TableSource;
import org.aludel.sql.Update;

/**
 * Where the criteria of a statement stand: in WHERE and ON, or in queries that are read in place of
 * tables where conditions beside them would not do. Used for one statement.
 */
final class CriteriaPlacement {
  private final EntityModels models;
  private final LoadCriteria criteria;
  private final boolean inViews;
  private final Set<SourceKey> around = new LinkedHashSet<>();
  private final List<Predicate> pending = new ArrayList<>();
  private boolean needsViews;

  /**
   * A placement.
   *
   * @param inViews whether classes with criteria are read from queries that fulfil them
   */
  CriteriaPlacement(EntityModels models, LoadCriteria criteria, boolean inViews) {
    this.models = models;
    this.criteria = criteria;
    this.inViews = inViews;
  }

  /** One SELECT while it is rewritten. */
  record Scope(List<FromItem> own, List<SourceKey> added, List<Predicate> waiting) {}

  /** Whether the statement was rewritten in vain, and must be once more with views. */
  boolean needsViews() {
    return needsViews && !inViews;
  }

  /** What is read in place of a class's table or view: a query under its name, if need be. */
  FromItem view(EntityModel<?> model, FromItem source) {
    Predicate condition = inViews ? criteria.of(model.mapper()) : null;
    if (condition == null) {
      return source;
    }
    NodeSource inside = NodeSource.own(model);
    SourceKey key = source.key();
    String alias = key.alias();
    String name = alias == null && key.table() != null ? key.table().name() : alias;
    return Sql.select(Sql.literal(1))
        .withProjection(new Projection<>(List.copyOf(inside.columns()), values -> values))
        .from(inside.item())
        .where(condition)
        .as(String.valueOf(name));
  }

  Scope enter(Select<?> node) {
    List<FromItem> own = criteria.isEmpty() ? List.of() : OwnSources.of(node, around);
    List<SourceKey> added =
        own.stream().map(FromItem::key).filter(key -> !around.contains(key)).toList();
    around.addAll(added);
    Scope scope = new Scope(own, added, List.copyOf(pending));
    pending.clear();
    return scope;
  }

  <R> Select<R> leave(Scope scope, Select<R> rewritten, UnaryOperator<FromItem> rewriting) {
    List<Predicate> conditions = new ArrayList<>(pending);
    scope.own().forEach(item -> addBeside(item, rewriting, conditions));
    pending.clear();
    pending.addAll(scope.waiting());
    scope.added().forEach(around::remove);
    return conditions.isEmpty() ? rewritten : rewritten.where(array(conditions));
  }

  /** What they say of a source, wherever it stands. */
  void add(EntityModel<?> model, FromItem source, List<Predicate> conditions) {
    Predicate condition = criteria.of(model.mapper());
    if (condition != null) {
      conditions.add(SourceSwap.of(NodeSource.of(model, source)).apply(condition));
    }
  }

  /** As above unless the source is a query that fulfils them. */
  void addOutside(EntityModel<?> model, FromItem source, List<Predicate> conditions) {
    if (!inViews) {
      add(model, source, conditions);
    }
  }

  /** What they say of the sources beside a changed table. */
  void addBeside(
      List<FromItem> items, UnaryOperator<FromItem> rewriting, List<Predicate> conditions) {
    items.forEach(item -> addBeside(item, rewriting, conditions));
  }

  private void addBeside(
      FromItem item, UnaryOperator<FromItem> rewriting, List<Predicate> conditions) {
    if (item instanceof TableSource<?> table && models.registry().contains(table.rowType())) {
      addOutside(models.of(table.rowType()), rewriting.apply(item), conditions);
    } else if (item instanceof JoinedSource || item instanceof TableScan) {
      needsViews = true;
    }
  }

  /** Those of what is joined belong to the join, where it has a condition of its own. */
  Join join(Join join, EntityModel<?> model, FromItem target) {
    if (inViews || criteria.isEmpty()) {
      return join;
    }
    List<Predicate> all = new ArrayList<>();
    add(model, target, all);
    Predicate on = join.on();
    boolean keepsRight = join.kind() == Join.Kind.RIGHT || join.kind() == Join.Kind.FULL;
    if (join.kind() == Join.Kind.CROSS) {
      pending.addAll(all);
    } else if (keepsRight || on == null) {
      needsViews |= keepsRight || !all.isEmpty();
    } else if (!all.isEmpty()) {
      all.add(0, on);
      Join.Match both = new Join.Match(Sql.and(array(all)), null);
      return new Join(join.kind(), join.target(), both, join.left());
    }
    return join;
  }

  /**
   * The same change of the rows alone that fulfil them; none of it is refused as before.
   *
   * @param others the sources beside the changed table
   */
  Statement<?> change(
      EntityModel<?> model,
      Statement<?> statement,
      List<FromItem> others,
      UnaryOperator<FromItem> rewriting) {
    Reach reach =
        statement instanceof Update<?> update
            ? update.reach()
            : statement instanceof Delete<?> delete ? delete.reach() : null;
    if (criteria.isEmpty() || reach == null || reach.isUnsafe()) {
      return statement;
    }
    List<Predicate> conditions = new ArrayList<>();
    others.forEach(item -> addBeside(item, rewriting, conditions));
    if (statement instanceof Update<?> update) {
      add(model, update.table(), conditions);
      return update.where(array(conditions));
    }
    Delete<?> delete = (Delete<?>) statement;
    add(model, delete.table(), conditions);
    return delete.where(array(conditions));
  }

  private static Predicate[] array(List<Predicate> all) {
    return all.toArray(Predicate[]::new);
  }
}
