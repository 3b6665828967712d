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
    for (int from = 0; from < owners.size(); from += source.batchSize()) {
      int to = Math.min(owners.size(), from + source.batchSize());
      List<InstanceState<?>> batch = owners.subList(from, to);
      if (collection.association() != null) {
        new AssociationReads(results, source).read(collection, batch, wish, origin);
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
    if (collection.association() != null) {
      new AssociationReads(results, source).readBehind(collection, owners, wish, query, origin);
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
    List<ElementReader.Element<C>> found =
        source.connection().query(select, reader(collection, owners, rows)).all();
    // A row comes once for each element of what is joined to it.
    Set<C> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    fill(
        collection,
        owners,
        wish,
        found.stream().filter(element -> distinct.add(element.entity())).toList());
    rows.finish();
  }

  private static Predicate conditional(EntityNode node, Wish wish, Predicate match) {
    List<Predicate> all = new ArrayList<>(List.of(match));
    EagerJoins.addCondition(wish.condition(), node.source(), all);
    return Sql.and(all.toArray(Predicate[]::new));
  }

  private <C> void readPlain(
      Relationship collection, List<InstanceState<?>> owners, Wish wish, LoadedRows<C> rows) {
    Connection connection = source.connection();
    PreparedSql sql = results.statements().byParents(connection, collection, rows.model());
    List<Object> arrays = new ArrayList<>();
    keys(collection, owners).forEach(values -> arrays.add(values.toArray()));
    List<ElementReader.Element<C>> found =
        connection.query(sql, arrays, reader(collection, owners, rows)).all();
    fill(collection, owners, wish, found);
    rows.finish();
  }

  /** Where no attribute of the elements has the owner, its key stands behind all other columns. */
  private static <C> ElementReader<C> reader(
      Relationship collection, List<InstanceState<?>> owners, LoadedRows<C> rows) {
    boolean implied = collection.mappedBy() == null;
    Relationship owning =
        Objects.requireNonNull(collection.inverse(), "a collection mirrors a reference");
    EntityReader.Key key =
        implied ? RowLayout.key(owning, owners.get(0).model(), rows.width()) : null;
    return new ElementReader<>(rows.reader(1), key);
  }

  private <C> void fill(
      Relationship collection,
      List<InstanceState<?>> owners,
      Wish wish,
      List<ElementReader.Element<C>> children) {
    Relationship owning =
        Objects.requireNonNull(collection.inverse(), "a collection mirrors a reference");
    IdentityHashMap<Object, List<Object>> byOwner = new IdentityHashMap<>();
    owners.forEach(owner -> byOwner.put(owner.entity(), new ArrayList<>()));
    for (ElementReader.Element<C> element : children) {
      C child = element.entity();
      InstanceState<C> state = Objects.requireNonNull(results.context().find(child), "just read");
      if (element.ownerKey() != null) {
        InstanceState<?> owner = results.context().find(owners.get(0).model(), element.ownerKey());
        state.read(state.model().slotOf(owning), owner == null ? null : owner.entity());
      }
      List<Object> elements = byOwner.get(state.snapshotValue(state.model().slotOf(owning)));
      if (elements != null) {
        elements.add(child);
      }
    }
    for (InstanceState<?> owner : owners) {
      OwnedElements.fill(
          results.context(),
          owner,
          collection,
          byOwner.getOrDefault(owner.entity(), List.of()),
          wish.isPartial());
    }
  }

  private EntityModel<?> children(Relationship collection) {
    return results.context().models().of(collection.target());
  }

  private @Nullable EntityNode node(Relationship collection, Wish wish) {
    return results.node(collection.target(), wish.plan(), wish.condition() != null);
  }

  private static List<List<Object>> keys(Relationship collection, List<InstanceState<?>> owners) {
    Relationship owning =
        Objects.requireNonNull(collection.inverse(), "a collection mirrors a reference");
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
