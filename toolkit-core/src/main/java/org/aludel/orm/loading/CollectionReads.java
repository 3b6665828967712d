package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.instrument.ElementReader;
import org.aludel.instrument.EntityReader;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.sql.Predicate;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Reads the elements of collections whose owners are known. Not thread-safe. */
final class CollectionReads {
  private final Results results;
  private final LoadSource source;

  /**
   * Which elements are wanted, and what with them.
   *
   * @param plan for the elements
   * @param condition over the elements' table; null for all
   * @param mayHide whether criteria may leave some out
   */
  record Wish(LoadPlan plan, @Nullable Predicate condition, boolean mayHide) {
    /** What a plan says of a collection. */
    static Wish of(Relationship collection, LoadPlan plan) {
      LoadPlan next = plan.behind(collection);
      boolean criteria = next.terms().criteria().of(collection.target()) != null;
      return new Wish(next, plan.condition(collection), criteria);
    }

    /** Whether there may be elements that are not loaded. */
    boolean isPartial() {
      return condition != null || mayHide;
    }
  }

  CollectionReads(Results results, LoadSource source) {
    this.results = results;
    this.source = source;
  }

  /** Fills a collection of these owners, one statement for each batch. */
  void read(Relationship collection, List<InstanceState<?>> owners, Wish wish, Origin origin) {
    if (collection.isWriteOnly()) {
      throw Wrappers.writeOnly(collection);
    }
    for (int from = 0; from < owners.size(); from += source.batchSize()) {
      int to = Math.min(owners.size(), from + source.batchSize());
      List<InstanceState<?>> batch = owners.subList(from, to);
      if (collection.isPaired()) {
        new PairedReads(results, source).read(collection, batch, wish, origin);
      } else {
        readBatch(collection, batch, wish, origin);
      }
    }
  }

  private void readBatch(
      Relationship collection, List<InstanceState<?>> owners, Wish wish, Origin origin) {
    EntityNode node = node(collection, wish);
    if (node == null) {
      readPlain(
          collection,
          owners,
          wish,
          results.of(children(collection), wish.plan(), origin.behind(null)));
      return;
    }
    Predicate match =
        RowMatch.in(node.source(), collection.remoteColumns(), keys(collection, owners));
    run(collection, owners, wish, new Query(node, match, origin.behind(null)));
  }

  /** Fills a collection of the owners that a query selected, with one statement. */
  void readBehind(
      Relationship collection,
      List<InstanceState<?>> owners,
      Wish wish,
      OwnerQuery query,
      Origin origin) {
    if (collection.isPaired()) {
      new PairedReads(results, source).readBehind(collection, owners, wish, query, origin);
      return;
    }
    EntityNode node =
        Objects.requireNonNull(
            results.node(collection.target(), wish.plan(), true), "a condition makes a node");
    Predicate match =
        RowMatch.in(
            node.source(), collection.remoteColumns(), query.keys(collection.localColumns()));
    OwnerQuery own = KeyedSelect.owners(node, conditional(node, wish, match));
    run(collection, owners, wish, new Query(node, match, origin.behind(own)));
  }

  private record Query(EntityNode node, Predicate match, Origin origin) {}

  private void run(Relationship collection, List<InstanceState<?>> owners, Wish wish, Query query) {
    Predicate match = conditional(query.node(), wish, query.match());
    Select<?> select =
        KeyedSelect.of(
            query.node(),
            match,
            CollectionOrder.of(collection, query.node().source()),
            collection.mappedBy() == null ? collection.remoteColumns() : List.of());
    run(select, collection, owners, wish, results.of(query.node(), query.origin()));
  }

  private <C> void run(
      Select<?> select,
      Relationship collection,
      List<InstanceState<?>> owners,
      Wish wish,
      LoadedRows<C> rows) {
    List<Child> found =
        source
            .connection(collection.target())
            .query(select, reader(collection, owners, rows))
            .all();
    // A row comes once for each element of what is joined to it.
    Set<InstanceState<?>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    fill(
        collection,
        owners,
        wish,
        found.stream().filter(element -> distinct.add(element.state())).toList());
    rows.finish();
  }

  private static Predicate conditional(EntityNode node, Wish wish, Predicate match) {
    List<Predicate> all = new ArrayList<>(List.of(match));
    EagerJoins.addCondition(wish.condition(), node.source(), all);
    return Sql.and(all.toArray(Predicate[]::new));
  }

  private <C> void readPlain(
      Relationship collection, List<InstanceState<?>> owners, Wish wish, LoadedRows<C> rows) {
    Connection connection = source.connection(collection.target());
    PreparedSql sql = results.statements().byParents(connection, collection, rows.model());
    List<Object> arrays = new ArrayList<>();
    keys(collection, owners).forEach(values -> arrays.add(values.toArray()));
    List<Child> found = connection.query(sql, arrays, reader(collection, owners, rows)).all();
    fill(collection, owners, wish, found);
    rows.finish();
  }

  /**
   * An element.
   *
   * @param ownerKey null where an attribute of the element has the owner
   */
  private record Child(InstanceState<?> state, @Nullable Object ownerKey) {}

  /** Where no attribute of the elements has the owner, its key stands behind all other columns. */
  private static <C> RowReader<Child> reader(
      Relationship collection, List<InstanceState<?>> owners, LoadedRows<C> rows) {
    ElementReader<C> elements =
        new ElementReader<>(rows.reader(1), ownerKey(collection, owners, rows));
    return row -> {
      ElementReader.Element<C> element = elements.read(row);
      return new Child(rows.current(element.entity()), element.ownerKey());
    };
  }

  private static EntityReader.@Nullable Key ownerKey(
      Relationship collection, List<InstanceState<?>> owners, LoadedRows<?> rows) {
    return collection.mappedBy() == null
        ? RowLayout.key(owning(collection), owners.get(0).model(), rows.width())
        : null;
  }

  private static Relationship owning(Relationship collection) {
    return Objects.requireNonNull(collection.inverse(), "a collection mirrors a reference");
  }

  private void fill(
      Relationship collection, List<InstanceState<?>> owners, Wish wish, List<Child> children) {
    Elements elements = new Elements(owning(collection), owners);
    for (Child child : children) {
      if (child.ownerKey() != null) {
        InstanceState<?> owner = results.context().find(owners.get(0).model(), child.ownerKey());
        child.state().read(elements.slot(child.state()), owner == null ? null : owner.entity());
      }
      elements.add(child.state());
    }
    for (InstanceState<?> owner : owners) {
      OwnedElements.fill(
          results.context(), owner, collection, elements.of(owner), wish.isPartial());
    }
  }

  /** Elements by the owner that their rows say; those of one owner often stand together. */
  private static final class Elements {
    private final Relationship owning;
    private final IdentityHashMap<Object, List<Object>> byOwner;
    private @Nullable EntityModel<?> lastModel;
    private int lastSlot;
    private @Nullable Object lastOwner;
    private @Nullable List<Object> lastElements;

    Elements(Relationship owning, List<InstanceState<?>> owners) {
      this.owning = owning;
      this.byOwner = new IdentityHashMap<>(owners.size());
      owners.forEach(owner -> byOwner.put(owner.entity(), new ArrayList<>()));
    }

    int slot(InstanceState<?> state) {
      if (state.model() != lastModel) {
        lastModel = state.model();
        lastSlot = state.model().slotOf(owning);
      }
      return lastSlot;
    }

    void add(InstanceState<?> state) {
      Object owner = state.snapshotValue(slot(state));
      if (owner != lastOwner || lastElements == null) {
        lastOwner = owner;
        lastElements = byOwner.get(owner);
      }
      if (lastElements != null) {
        lastElements.add(state.entity());
      }
    }

    List<Object> of(InstanceState<?> owner) {
      return byOwner.getOrDefault(owner.entity(), List.of());
    }
  }

  private EntityModel<?> children(Relationship collection) {
    return results.context().models().of(collection.target());
  }

  private @Nullable EntityNode node(Relationship collection, Wish wish) {
    boolean ordered = wish.condition() != null || collection.position() != null;
    return results.node(collection.target(), wish.plan(), ordered);
  }

  private static List<List<Object>> keys(Relationship collection, List<InstanceState<?>> owners) {
    Relationship owning = owning(collection);
    List<List<Object>> keys = new ArrayList<>();
    for (int column = 0; column < owning.localColumns().size(); column++) {
      int part = EntityModel.idIndex(owning, column);
      keys.add(
          Arrays.asList(
              owners.stream()
                  .map(owner -> owner.model().keyPart(owner.requireKey(), part))
                  .toArray()));
    }
    return keys;
  }
}
