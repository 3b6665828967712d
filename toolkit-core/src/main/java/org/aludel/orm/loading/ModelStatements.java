package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Order;
import org.aludel.sql.BulkStatement.Source;
import org.aludel.sql.BulkStatement.Target;
import org.aludel.sql.BulkStatement.View;
import org.aludel.sql.Query;

/** The SELECTs by key, compiled once for all sessions of a factory. Thread-safe. */
public final class ModelStatements {
  private final Map<EntityModel<?>, RowLayout> layouts = new ConcurrentHashMap<>();
  private final Map<List<EntityModel<?>>, RowLayout> within = new ConcurrentHashMap<>();
  private final Map<EntityModel<?>, PreparedSql> byId = new ConcurrentHashMap<>();
  private final Map<EntityModel<?>, PreparedSql> byIds = new ConcurrentHashMap<>();
  private final Map<Relationship, PreparedSql> byParents = new ConcurrentHashMap<>();

  RowLayout layout(EntityModels models, EntityModel<?> model) {
    RowLayout known = layouts.get(model);
    if (known == null) {
      known = RowLayout.of(models, model);
      layouts.put(model, known);
    }
    return known;
  }

  RowLayout layout(EntityModels models, EntityModel<?> model, EntityModel<?> above) {
    RowLayout known = within.get(List.of(model, above));
    if (known == null) {
      known = RowLayout.within(models, model, above.view());
      within.put(List.of(model, above), known);
    }
    return known;
  }

  /** One row by its id. */
  PreparedSql byId(Connection connection, EntityModel<?> model) {
    return byId.computeIfAbsent(
        model,
        any ->
            connection.compile(
                new BulkStatement.SelectRow(source(model), columns(model), ids(model))));
  }

  /** Rows by their ids, in no particular order. */
  PreparedSql byIds(Connection connection, EntityModel<?> model) {
    return byIds.computeIfAbsent(
        model,
        any ->
            connection.compile(
                new BulkStatement.SelectRows(
                    source(model), columns(model), ids(model), List.of())));
  }

  /** The elements of a collection by the keys of its owners, in the order of the collection. */
  PreparedSql byParents(Connection connection, Relationship collection, EntityModel<?> children) {
    return byParents.computeIfAbsent(
        collection,
        any ->
            connection.compile(
                new BulkStatement.SelectRows(
                    source(children),
                    elementColumns(collection, children),
                    collection.remoteColumns().stream()
                        .map(column -> column(children, column))
                        .toList(),
                    order(collection, children))));
  }

  /** A key that no attribute of the elements holds is read beside them. */
  private static List<Column> elementColumns(Relationship collection, EntityModel<?> children) {
    List<Column> all = new ArrayList<>(columns(children));
    if (collection.mappedBy() == null) {
      collection.remoteColumns().forEach(key -> all.add(column(children, key)));
    }
    return all;
  }

  private static List<Order> order(Relationship collection, EntityModel<?> children) {
    List<Order> order = new ArrayList<>();
    for (Relationship.Order term : collection.orderBy()) {
      order.add(new Order(column(children, term.property().column()), term.descending()));
    }
    if (order.isEmpty()) {
      ids(children).forEach(id -> order.add(new Order(id, false)));
    }
    return order;
  }

  private static Source source(EntityModel<?> model) {
    Query<?> query = model.view().query();
    QualifiedName table = model.mapper().table().name();
    return query == null ? new Target(table.schema(), table.name()) : new View(query);
  }

  private static List<Column> columns(EntityModel<?> model) {
    return model.view().columns().stream().map(one -> new Column(one.name(), one.type())).toList();
  }

  private static List<Column> ids(EntityModel<?> model) {
    return model.ids().stream().map(id -> column(model, id.column())).toList();
  }

  private static Column column(EntityModel<?> model, org.aludel.schema.Column column) {
    return new Column(model.view().name(column), column.type());
  }
}
