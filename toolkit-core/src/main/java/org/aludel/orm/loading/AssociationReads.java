package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.aludel.instrument.ElementReader;
import org.aludel.instrument.EntityReader;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.schema.Column;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Join;
import org.aludel.sql.Predicate;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.type.ValueCodec;

/**
 * Reads the elements of many-to-many collections: each with the key of an owner behind its columns,
 * so that an element comes once for each of its owners. Not thread-safe.
 */
final class AssociationReads {
  private final Results results;
  private final LoadSource source;

  AssociationReads(Results results, LoadSource source) {
    this.results = results;
    this.source = source;
  }

  /** Fills a collection of these owners with one statement. */
  void read(
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      Origin origin) {
    AssociationJoin association = AssociationJoin.of(collection);
    EntityModel<?> model = owners.get(0).model();
    List<List<Object>> keys = new ArrayList<>();
    for (int part = 0; part < model.ids().size(); part++) {
      int index = part;
      keys.add(
          Arrays.asList(
              owners.stream()
                  .map(owner -> owner.model().keyPart(owner.requireKey(), index))
                  .toArray()));
    }
    Predicate match = RowMatch.in(association.nearColumns(), keys);
    read(collection, owners, wish, match, origin.behind(null));
  }

  /** Fills a collection of the owners that a query selected, with one statement. */
  void readBehind(
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      OwnerQuery query,
      Origin origin) {
    AssociationJoin association = AssociationJoin.of(collection);
    Predicate match = RowMatch.in(association.nearColumns(), query.keys(collection.localColumns()));
    read(collection, owners, wish, match, origin.behind(null));
  }

  private void read(
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      Predicate match,
      Origin origin) {
    AssociationJoin association = AssociationJoin.of(collection);
    EntityNode node =
        Objects.requireNonNull(
            results.node(collection.target(), wish.plan(), true), "a condition makes a node");
    List<Predicate> where = new ArrayList<>(List.of(match));
    EagerJoins.addCondition(wish.condition(), node.source(), where);
    Join join =
        new Join(
            Join.Kind.INNER,
            association.between(),
            new Join.Match(association.far(keys(node, collection.remoteColumns())), null),
            node.source().item());
    List<Selectable<?>> more = new ArrayList<>(association.nearColumns());
    Select<?> select =
        KeyedSelect.through(
            node,
            join,
            Sql.and(where.toArray(Predicate[]::new)),
            CollectionOrder.of(collection, node.source()),
            more);
    run(select, collection, owners, wish, results.of(node, origin));
  }

  private static List<ColumnReference<?>> keys(EntityNode node, List<Column> columns) {
    List<ColumnReference<?>> keys = new ArrayList<>();
    columns.forEach(column -> keys.add(node.source().column(column)));
    return keys;
  }

  private <C> void run(
      Select<?> select,
      Relationship collection,
      List<InstanceState<?>> owners,
      CollectionReads.Wish wish,
      LoadedRows<C> rows) {
    EntityReader.Key key = key(owners.get(0).model(), rows.width());
    Map<Object, List<Object>> byOwner = new HashMap<>();
    ElementReader<C> reader = new ElementReader<>(rows.reader(1), key);
    for (ElementReader.Element<C> one :
        source.connection(collection.owner()).query(select, reader).all()) {
      List<Object> elements =
          byOwner.computeIfAbsent(Objects.requireNonNull(one.ownerKey()), any -> new ArrayList<>());
      // A row comes once for each element of what is joined to it.
      if (elements.isEmpty() || elements.get(elements.size() - 1) != one.entity()) {
        elements.add(one.entity());
      }
    }
    for (InstanceState<?> owner : owners) {
      OwnedElements.fill(
          results.context(),
          owner,
          collection,
          byOwner.getOrDefault(owner.requireKey(), List.of()),
          wish.isPartial());
    }
    rows.finish();
  }

  private static EntityReader.Key key(EntityModel<?> owner, int offset) {
    return new EntityReader.Key(
        IntStream.range(0, owner.ids().size()).map(part -> offset + part).boxed().toList(),
        owner.ids().stream().<ValueCodec<?>>map(id -> owner.type(id).codec()).toList());
  }
}
