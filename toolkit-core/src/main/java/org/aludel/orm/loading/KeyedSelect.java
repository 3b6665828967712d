package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.mapping.Mapper;
import org.aludel.schema.Column;
import org.aludel.sql.Join;
import org.aludel.sql.Ordering;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.jspecify.annotations.Nullable;

/** Statements that the loader itself makes where those compiled once do not do. */
final class KeyedSelect {
  private KeyedSelect() {}

  /** The rows of a node that match, with what is joined to it. */
  static Select<?> of(EntityNode node, Predicate match) {
    return of(node, match, List.of(), List.of());
  }

  /**
   * As above in an order.
   *
   * @param more columns of the node's table behind all others
   */
  static Select<?> of(EntityNode node, Predicate match, List<Ordering> order, List<Column> more) {
    List<Ordering> all = new ArrayList<>(order);
    all.addAll(node.orders());
    List<Selectable<?>> columns = new ArrayList<>(node.columns());
    more.forEach(column -> columns.add(node.source().column(column)));
    return select(node, node.joins(), columns, match, all);
  }

  /**
   * The rows of a node that another table leads to.
   *
   * @param join of that table
   * @param more columns behind all others
   */
  static Select<?> through(
      EntityNode node, Join join, Predicate match, List<Ordering> order, List<Selectable<?>> more) {
    List<Join> joins = new ArrayList<>(List.of(join));
    joins.addAll(node.joins());
    List<Ordering> all = new ArrayList<>(order);
    all.addAll(node.orders());
    List<Selectable<?>> columns = new ArrayList<>(node.columns());
    columns.addAll(more);
    return select(node, joins, columns, match, all);
  }

  /** The same rows without anything joined, as what a further statement repeats. */
  static OwnerQuery owners(EntityNode node, Predicate match) {
    List<Predicate> where = new ArrayList<>(List.of(match));
    addCriteria(node, where);
    return new OwnerQuery(
        plain(node, List.of(), node.columns(), where, List.of()), node.source(), node.choice());
  }

  /** Columns of objects that are known, whether or not their rows fulfil criteria. */
  static Select<?> columns(EntityNode node, Predicate match) {
    return node.narrowed(plain(node, List.of(), node.columns(), List.of(match), List.of()));
  }

  private static Select<?> select(
      EntityNode node,
      List<Join> joins,
      List<? extends Selectable<?>> columns,
      Predicate match,
      List<Ordering> order) {
    List<Predicate> where = new ArrayList<>(List.of(match));
    addCriteria(node, where);
    return node.narrowed(plain(node, joins, columns, where, order));
  }

  private static Select<?> plain(
      EntityNode node,
      List<Join> joins,
      List<? extends Selectable<?>> columns,
      List<Predicate> where,
      List<Ordering> order) {
    return new Select<>(
        new Projection<>(List.copyOf(columns), values -> values),
        new Select.From(List.of(node.source().item()), joins),
        new Select.Criteria(where, List.of(), List.of(), List.of()),
        new Select.Paging(order, null, null, false),
        Select.Modifiers.NONE);
  }

  private static void addCriteria(EntityNode node, List<Predicate> where) {
    Mapper<?> mapper = node.model().mapper();
    @Nullable Predicate criteria = node.plan().terms().criteria().of(mapper);
    EagerJoins.addCondition(criteria, node.source(), where);
  }
}
