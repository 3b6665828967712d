package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.aludel.instrument.ElementReader;
import org.aludel.instrument.EntityReader;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.sql.Join;
import org.aludel.sql.Predicate;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects that belong to others by a table between or by a condition: each with the key of an
 * owner behind its columns, so that an element comes once for each of its owners. Not thread-safe.
 */
final class PairedReads {
  private final Results results;
  private final LoadSource source;

  PairedReads(Results results, LoadSource source) {
    this.results = results;
    this.source = source;
  }

  /** Fills a collection of these owners with one statement. */
  void read(
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      Origin origin) {
    OwnerKeys keys = OwnerKeys.of(collection, results.context().models());
    EntityModel<?> model = owners.get(0).model();
    List<List<Object>> values = new ArrayList<>();
    for (int part = 0; part < model.ids().size(); part++) {
      int index = part;
      values.add(
          Arrays.asList(
              owners.stream()
                  .map(owner -> owner.model().keyPart(owner.requireKey(), index))
                  .toArray()));
    }
    Query query = new Query(keys, RowMatch.in(keys.columns(), values), origin.behind(null));
    read(collection, owners, wish, query);
  }

  /** Fills a collection of the owners that a query selected, with one statement. */
  void readBehind(
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      OwnerQuery selected,
      Origin origin) {
    OwnerKeys keys = OwnerKeys.of(collection, results.context().models());
    Predicate match = RowMatch.in(keys.columns(), selected.keys(collection.localColumns()));
    read(collection, owners, wish, new Query(keys, match, origin.behind(null)));
  }

  /**
   * A statement to be.
   *
   * @param match which owners are meant
   */
  private record Query(OwnerKeys keys, Predicate match, Origin origin) {}

  private void read(
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      Query query) {
    EntityNode node =
        Objects.requireNonNull(
            results.node(collection.target(), wish.plan(), true), "a condition makes a node");
    List<Predicate> where = new ArrayList<>(List.of(query.match()));
    EagerJoins.addCondition(wish.condition(), node.source(), where);
    Join join =
        new Join(
            Join.Kind.INNER,
            query.keys().item(),
            new Join.Match(query.keys().belonging(node.source()), null),
            node.source().item());
    List<Selectable<?>> more = new ArrayList<>(query.keys().columns());
    Select<?> select =
        KeyedSelect.through(
            node,
            join,
            Sql.and(where.toArray(Predicate[]::new)),
            CollectionOrder.of(collection, node.source(), query.keys().position()),
            more);
    run(select, collection, owners, wish, results.of(node, query.origin()));
  }

  private <C> void run(
      Select<?> select,
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      LoadedRows<C> rows) {
    boolean repeated = rows.repeats();
    EntityReader.Key key = key(owners.get(0).model(), rows.width());
    Map<Object, Elements> byOwner = new HashMap<>();
    ElementReader<C> reader = new ElementReader<>(rows.reader(1), key);
    for (ElementReader.Element<C> one :
        source.connection(collection.owner()).query(select, reader).all()) {
      byOwner
          .computeIfAbsent(Objects.requireNonNull(one.ownerKey()), any -> new Elements(repeated))
          .add(one.entity());
    }
    for (InstanceState<?> owner : owners) {
      Elements elements = byOwner.get(owner.requireKey());
      OwnedElements.fill(
          results.context(),
          owner,
          collection,
          elements == null ? List.of() : elements.all,
          wish.isPartial());
    }
    rows.finish();
  }

  private static EntityReader.Key key(EntityModel<?> owner, int offset) {
    return new EntityReader.Key(
        IntStream.range(0, owner.ids().size()).map(part -> offset + part).boxed().toList(),
        owner.ids().stream().<ValueCodec<?>>map(id -> owner.type(id).codec()).toList());
  }

  /** The elements of one owner. */
  private static final class Elements {
    final List<Object> all = new ArrayList<>();

    /** Where a row comes once for each element of what is joined to it. */
    private final @Nullable Set<Object> known;

    private @Nullable Object last;

    Elements(boolean repeated) {
      known = repeated ? Collections.newSetFromMap(new IdentityHashMap<>()) : null;
    }

    void add(Object element) {
      if (element != last && (known == null || known.add(element))) {
        all.add(element);
      }
      last = element;
    }
  }
}
