package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.aludel.compile.FinalSources;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.loading.EagerJoins;
import org.aludel.orm.loading.EntityNode;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.loading.NodeSource;
import org.aludel.orm.loading.OwnerQuery;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.EntityModels;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Ordering;
import org.aludel.sql.Projection;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A resolved SELECT, and what is joined to its entities to load them whole. Where joins would
 * multiply or hide what a limit, DISTINCT or GROUP BY counts, the statement itself becomes a
 * subquery. Used for one statement.
 */
final class JoinedSelect<R> {
  private final EntityModels models;
  private final Select<R> select;
  private final List<Wanted> wanted;

  /**
   * One item of what the application selects.
   *
   * @param mapper null for a single value
   * @param source what stands for an entity; null for a single value
   * @param width how many columns it has
   */
  record Wanted(@Nullable Mapper<?> mapper, LoadPlan plan, @Nullable FromItem source, int width) {
    /** What stands for an entity. */
    FromItem requireSource() {
      return Objects.requireNonNull(source, "an entity has a source");
    }
  }

  /**
   * @param nodes one for each entity, in the order of the statement
   */
  record Built<R>(Select<R> select, List<EntityNode> nodes) {}

  JoinedSelect(EntityModels models, Select<R> select, List<Wanted> wanted) {
    this.models = models;
    this.select = select;
    this.wanted = List.copyOf(wanted);
  }

  /** What selected the entity, for statements that repeat it. */
  OwnerQuery query(EntityNode node, Wanted one) {
    NodeSource source = NodeSource.of(node.model(), one.requireSource());
    return new OwnerQuery(select, source, node.choice());
  }

  Built<R> build() {
    Built<R> built = whole();
    Select<R> narrowed = built.select();
    for (EntityNode node : built.nodes()) {
      narrowed = node.narrowed(narrowed);
    }
    return new Built<>(narrowed, built.nodes());
  }

  private Built<R> whole() {
    // Names are looked up only where there is something to join: most statements have nothing.
    List<EntityNode> nodes = nodes(Set.of());
    if (nodes.stream().allMatch(node -> node.children().isEmpty())) {
      boolean plain = nodes.stream().allMatch(node -> node.choice().isPlain());
      return new Built<>(plain ? select : extended(nodes), nodes);
    }
    nodes = nodes(taken());
    boolean counted = isPaged() || select.modifiers().distinct();
    boolean grouped = !select.criteria().groupBy().isEmpty();
    boolean wraps =
        (counted && nodes.stream().anyMatch(EntityNode::addsRows))
            || (grouped && nodes.stream().anyMatch(EntityNode::addsJoins));
    return wraps ? wrapped() : new Built<>(extended(nodes), nodes);
  }

  private List<EntityNode> nodes(Set<String> names) {
    EagerJoins joins = new EagerJoins(models, names);
    List<EntityNode> nodes = new ArrayList<>();
    for (Wanted one : wanted) {
      Mapper<?> mapper = one.mapper();
      if (mapper != null) {
        NodeSource source = NodeSource.of(models.of(mapper), one.requireSource());
        nodes.add(joins.node(mapper, one.plan(), source));
      }
    }
    return nodes;
  }

  private ColumnChoice choice(Wanted one) {
    return one.mapper() == null ? ColumnChoice.WHOLE : one.plan().columns(models.of(one.mapper()));
  }

  private boolean isPaged() {
    return select.paging().limit() != null || select.paging().offset() != null;
  }

  private Set<String> taken() {
    Set<String> names = new HashSet<>();
    for (FromItem item : FinalSources.of(select)) {
      SourceKey key = item.key();
      String alias = key.alias();
      names.add(alias == null && key.table() != null ? key.table().name() : String.valueOf(alias));
    }
    return names;
  }

  private Select<R> extended(List<EntityNode> nodes) {
    List<Join> joins = new ArrayList<>(select.from().joins());
    List<Ordering> order = new ArrayList<>(select.paging().orderBy());
    nodes.forEach(node -> joins.addAll(node.joins()));
    nodes.forEach(node -> order.addAll(node.orders()));
    Select.Paging paging = select.paging();
    return locked(nodes)
        .withProjection(projection(nodes, List.copyOf(select.projection().items())::get))
        .withFrom(new Select.From(select.from().items(), joins, select.from().correlation()))
        .withPaging(new Select.Paging(order, paging.limit(), paging.offset(), paging.withTies()));
  }

  /** Rows that a LEFT JOIN may lack cannot be locked, and nobody asked for it. */
  private Select<R> locked(List<EntityNode> nodes) {
    Select.Modifiers modifiers = select.modifiers();
    if (modifiers.locks().isEmpty() || nodes.stream().noneMatch(EntityNode::addsJoins)) {
      return select;
    }
    FromItem[] own = FinalSources.of(select).toArray(FromItem[]::new);
    List<RowLock> locks =
        modifiers.locks().stream().map(lock -> lock.of().isEmpty() ? lock.of(own) : lock).toList();
    return select.withModifiers(
        new Select.Modifiers(
            modifiers.distinctness(), locks, modifiers.options(), modifiers.pieces()));
  }

  /** The columns of each entity, those of what is joined to it behind them. */
  private Projection<R> projection(List<EntityNode> nodes, IntFunction<Selectable<?>> values) {
    List<Selectable<?>> items = new ArrayList<>();
    int position = 0;
    int node = 0;
    for (Wanted one : wanted) {
      if (one.mapper() == null) {
        items.add(values.apply(position));
      } else {
        items.addAll(nodes.get(node++).columns());
      }
      position += one.width();
    }
    return new Projection<>(items, select.projection().maker());
  }

  private static Map<Integer, ColumnChoice.Given> given(Wanted one) {
    ColumnChoice choice = one.plan().columns();
    return choice == null ? Map.of() : choice.given();
  }

  /** What the statement itself reads in place of a column of an entity. */
  private Expression<?> expression(Wanted one, int column) {
    Mapper<?> mapper = Objects.requireNonNull(one.mapper(), "an entity");
    return NodeSource.of(models.of(mapper), one.requireSource())
        .expression(Objects.requireNonNull(given(one).get(column), "given"));
  }

  private String name(Wanted one, int column) {
    Mapper<?> mapper = Objects.requireNonNull(one.mapper(), "an entity");
    return models.of(mapper).view().columns().get(column).name();
  }

  private Built<R> wrapped() {
    PageWrap wrap = new PageWrap(select);
    DerivedTable<?> inner = wrap.inner();
    EagerJoins joins = new EagerJoins(models, Set.of(inner.alias()));
    List<EntityNode> nodes = new ArrayList<>();
    int position = 0;
    for (Wanted one : wanted) {
      Mapper<?> mapper = one.mapper();
      if (mapper != null) {
        NodeSource source = new NodeSource(models.of(mapper).view(), inner, wrap.prefix(position));
        nodes.add(joins.node(mapper, wrap.outside(one, position), source));
      }
      position += one.width();
    }
    List<Ordering> order = new ArrayList<>(wrap.order());
    List<Join> added = new ArrayList<>();
    nodes.forEach(node -> added.addAll(node.joins()));
    nodes.forEach(node -> order.addAll(node.orders()));
    return new Built<>(
        new Select<>(
            projection(nodes, wrap::column),
            new Select.From(List.of(inner), added),
            new Select.Criteria(List.of(), List.of(), List.of(), List.of()),
            new Select.Paging(order, null, null, false),
            Select.Modifiers.NONE),
        nodes);
  }

  /** The statement as a subquery, whose columns have names of their own. */
  private final class PageWrap {
    private final List<String> prefixes = new ArrayList<>();
    private final List<Selectable<?>> labelled = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Expression<?>> origins = new ArrayList<>();
    private final List<Integer> orderAt = new ArrayList<>();

    /** The columns that nothing outside needs. */
    private final BitSet hidden = new BitSet();

    private final DerivedTable<?> inner;

    PageWrap(Select<R> wrappedSelect) {
      List<Selectable<?>> items = wrappedSelect.projection().items();
      int position = 0;
      for (int index = 0; index < wanted.size(); index++) {
        String prefix = wanted.size() == 1 ? "" : "p" + (index + 1) + "_";
        Map<Integer, ColumnChoice.Given> given = given(wanted.get(index));
        ColumnChoice choice = choice(wanted.get(index));
        for (int column = 0; column < wanted.get(index).width(); column++) {
          prefixes.add(prefix);
          hidden.set(position, choice.left().get(column));
          Expression<?> item = (Expression<?>) items.get(position++);
          if (given.containsKey(column)) {
            add(expression(wanted.get(index), column), prefix + name(wanted.get(index), column));
          } else {
            addItem(item, prefix);
          }
        }
      }
      for (Ordering term : wrappedSelect.paging().orderBy()) {
        orderAt.add(place(term.expression()));
      }
      this.inner =
          wrappedSelect.withProjection(new Projection<>(labelled, values -> values)).as("page");
    }

    private void addItem(Expression<?> expression, String prefix) {
      if (!(expression instanceof ColumnReference<?> column)) {
        add(expression, prefix + "value" + names.size());
      } else if (prefix.isEmpty()) {
        origins.add(column);
        names.add(column.name());
        if (!hidden.get(names.size() - 1)) {
          labelled.add(column);
        }
      } else {
        add(column, prefix + column.name());
      }
    }

    private void add(Expression<?> expression, String name) {
      origins.add(expression);
      names.add(name);
      if (!hidden.get(names.size() - 1)) {
        labelled.add(expression.as(name));
      }
    }

    private int place(Expression<?> ordered) {
      int known = origins.indexOf(ordered);
      if (known < 0 || hidden.get(known)) {
        known = names.size();
        origins.add(ordered);
        names.add("order" + known);
        labelled.add(ordered.as("order" + known));
      }
      return known;
    }

    DerivedTable<?> inner() {
      return inner;
    }

    /** The plan of an entity for the statement around, which reads by name what is given inside. */
    LoadPlan outside(Wanted one, int position) {
      Map<Integer, ColumnChoice.Given> read = new HashMap<>();
      given(one)
          .keySet()
          .forEach(at -> read.put(at, new ColumnChoice.Given(column(position + at), false)));
      return one.plan().given(read);
    }

    String prefix(int position) {
      return prefixes.get(position);
    }

    ColumnReference<?> column(int position) {
      return inner.c(names.get(position), origins.get(position).type());
    }

    List<Ordering> order() {
      List<Ordering> all = new ArrayList<>();
      List<Ordering> terms = select.paging().orderBy();
      for (int index = 0; index < terms.size(); index++) {
        Ordering term = terms.get(index);
        all.add(new Ordering(column(orderAt.get(index)), term.descending(), term.nulls()));
      }
      return all;
    }
  }
}
