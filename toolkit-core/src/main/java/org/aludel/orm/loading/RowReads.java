package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.schema.Column;
import org.aludel.sql.Predicate;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;

/** Reads rows whose ids are known. Not thread-safe. */
final class RowReads {
  private final Results results;
  private final LoadSource source;

  RowReads(Results results, LoadSource source) {
    this.results = results;
    this.source = source;
  }

  /** The object of a row; null when there is no such row. */
  <E> @Nullable E byId(EntityModel<E> model, Object key, LoadPlan plan, @Nullable RowLock lock) {
    EntityNode node = results.node(model.mapper(), plan, lock != null);
    LoadedRows<E> rows = begin(model, plan, node, Origin.root(null));
    Connection connection = source.connection(model.mapper());
    List<@Nullable E> found;
    if (node == null) {
      PreparedSql sql = results.statements().byId(connection, model);
      found = connection.query(sql, keyParts(model, key), rows.reader(1)).all();
    } else {
      Predicate match = match(node, model, parts(model, List.of(key)));
      Select<?> select = KeyedSelect.of(node, match);
      Select<?> locked = lock == null ? select : select.lock(lock.of(node.source().item()));
      found = connection.query(locked, rows.reader(1)).all();
    }
    rows.finish();
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * Reads rows, one statement for each batch.
   *
   * @return the objects whose rows were not found
   */
  <E> List<InstanceState<?>> read(
      EntityModel<E> model, List<InstanceState<?>> states, LoadPlan plan, Origin origin) {
    List<InstanceState<?>> missing = new ArrayList<>();
    for (int from = 0; from < states.size(); from += source.batchSize()) {
      int to = Math.min(states.size(), from + source.batchSize());
      missing.addAll(readBatch(model, states.subList(from, to), plan, origin));
    }
    return missing;
  }

  private <E> List<InstanceState<?>> readBatch(
      EntityModel<E> model, List<InstanceState<?>> states, LoadPlan plan, Origin origin) {
    List<Object> keys = states.stream().map(InstanceState::requireKey).toList();
    return missing(states, readKeyBatch(model, keys, plan, origin));
  }

  /** Reads the rows of some keys, one statement for each batch. */
  <E> void readKeys(EntityModel<E> model, List<Object> keys, LoadPlan plan, Origin origin) {
    for (int from = 0; from < keys.size(); from += source.batchSize()) {
      int to = Math.min(keys.size(), from + source.batchSize());
      readKeyBatch(model, keys.subList(from, to), plan, origin);
    }
  }

  private <E> LoadedRows<E> readKeyBatch(
      EntityModel<E> model, List<Object> keys, LoadPlan plan, Origin origin) {
    EntityNode node = results.node(model.mapper(), plan, false);
    LoadedRows<E> rows = begin(model, plan, node, origin);
    Connection connection = source.connection(model.mapper());
    if (node != null) {
      Predicate match = match(node, model, parts(model, keys));
      connection.query(KeyedSelect.of(node, match), rows.reader(1)).all();
    } else if (keys.size() == 1) {
      PreparedSql sql = results.statements().byId(connection, model);
      connection.query(sql, keyParts(model, keys.get(0)), rows.reader(1)).all();
    } else {
      PreparedSql sql = results.statements().byIds(connection, model);
      List<Object> arrays = new ArrayList<>();
      parts(model, keys).forEach(values -> arrays.add(values.toArray()));
      connection.query(sql, arrays, rows.reader(1)).all();
    }
    rows.finish();
    return rows;
  }

  /**
   * Reads columns of objects, one statement for each batch.
   *
   * @param plan which columns, and what becomes of the references among them
   * @return the objects whose rows were not found
   */
  <E> List<InstanceState<?>> readColumns(
      EntityModel<E> model, List<InstanceState<?>> states, LoadPlan plan, Origin origin) {
    List<InstanceState<?>> missing = new ArrayList<>();
    NodeSource own = NodeSource.own(model);
    EntityNode node = new EntityNode(model, plan, own, List.of(), plan.columns(model));
    for (int from = 0; from < states.size(); from += source.batchSize()) {
      int to = Math.min(states.size(), from + source.batchSize());
      List<InstanceState<?>> batch = states.subList(from, to);
      List<Object> keys = batch.stream().map(InstanceState::requireKey).toList();
      LoadedRows<E> rows = results.of(model, node, origin);
      Select<?> select = KeyedSelect.columns(node, match(node, model, parts(model, keys)));
      source.connection(model.mapper()).query(select, rows.reader(1)).all();
      rows.finish();
      missing.addAll(missing(batch, rows));
    }
    return missing;
  }

  /** Reads the rows behind a reference of what a query selected. */
  List<InstanceState<?>> readBehind(
      Relationship reference,
      List<InstanceState<?>> states,
      LoadPlan plan,
      OwnerQuery owners,
      Origin origin) {
    EntityNode node = results.node(reference.target(), plan, true);
    if (node == null) {
      throw new IllegalStateException("a condition makes a node: " + reference);
    }
    Predicate match =
        RowMatch.in(
            node.source(), reference.remoteColumns(), owners.keys(reference.localColumns()));
    LoadedRows<?> rows = results.of(node, origin.behind(KeyedSelect.owners(node, match)));
    source.connection(reference.target()).query(KeyedSelect.of(node, match), rows.reader(1)).all();
    rows.finish();
    return missing(states, rows);
  }

  private <E> LoadedRows<E> begin(
      EntityModel<E> model, LoadPlan plan, @Nullable EntityNode node, Origin origin) {
    return node == null ? results.of(model, plan, origin) : results.of(model, node, origin);
  }

  private static List<InstanceState<?>> missing(List<InstanceState<?>> states, LoadedRows<?> rows) {
    Map<Object, InstanceState<?>> missing = new HashMap<>();
    states.forEach(state -> missing.put(state.requireKey(), state));
    rows.states().forEach(state -> missing.remove(state.requireKey()));
    return List.copyOf(missing.values());
  }

  private static Predicate match(
      EntityNode node, EntityModel<?> model, List<? extends List<?>> values) {
    List<Column> ids = model.ids().stream().map(BasicProperty::column).toList();
    return RowMatch.in(node.source(), ids, values);
  }

  private static List<List<Object>> parts(EntityModel<?> model, List<Object> keys) {
    List<List<Object>> parts = new ArrayList<>();
    for (int index = 0; index < model.ids().size(); index++) {
      int part = index;
      parts.add(keys.stream().map(key -> model.keyPart(key, part)).toList());
    }
    return parts;
  }

  private static List<Object> keyParts(EntityModel<?> model, Object key) {
    List<Object> parts = new ArrayList<>();
    for (int index = 0; index < model.ids().size(); index++) {
      parts.add(model.keyPart(key, index));
    }
    return parts;
  }
}
