package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.orm.mapping.Association;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.unitofwork.AssociationChanges.Pair;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of tables between others: one statement for each relationship and 1,000 rows,
 * deletions before all other rows are written and additions after them.
 */
final class AssociationWriter {
  private static final int ROWS = 1000;

  private final StatementCatalogue catalogue;
  private final Function<Mapper<?>, Connection> connections;

  AssociationWriter(StatementCatalogue catalogue, Function<Mapper<?>, Connection> connections) {
    this.catalogue = catalogue;
    this.connections = connections;
  }

  void delete(AssociationChanges changes) {
    changes.deleted().forEach(this::deleteAllOf);
    byRelationship(changes.removed())
        .forEach(
            (owning, pairs) ->
                write(catalogue.deleteAssociations(of(owning), owning), owning, pairs, null));
  }

  void insert(AssociationChanges changes) {
    Positions positions = changes.positions();
    byRelationship(positions.staying())
        .forEach(
            (owning, pairs) ->
                write(catalogue.moveAssociations(of(owning), owning), owning, pairs, positions));
    byRelationship(changes.added())
        .forEach(
            (owning, pairs) ->
                write(
                    catalogue.insertAssociations(of(owning), owning),
                    owning,
                    pairs,
                    owning.position() == null ? null : positions));
  }

  private Connection of(Relationship relationship) {
    return connections.apply(relationship.owner());
  }

  private void deleteAllOf(Relationship relationship, List<InstanceState<?>> states) {
    Connection connection = of(relationship);
    PreparedSql sql = catalogue.deleteAssociationsOf(connection, relationship);
    for (int from = 0; from < states.size(); from += ROWS) {
      List<InstanceState<?>> rows = states.subList(from, Math.min(states.size(), from + ROWS));
      connection.update(sql, keys(association(relationship).near(), rows, state -> state));
    }
  }

  /**
   * Sends pairs.
   *
   * @param positions that stand behind the keys; null for none
   */
  private void write(
      PreparedSql sql, Relationship owning, List<Pair> pairs, @Nullable Positions positions) {
    Association association = association(owning);
    Connection connection = of(owning);
    for (int from = 0; from < pairs.size(); from += ROWS) {
      List<Pair> rows = pairs.subList(from, Math.min(pairs.size(), from + ROWS));
      List<Object> binds = new ArrayList<>(keys(association.near(), rows, Pair::owner));
      binds.addAll(keys(association.far(), rows, Pair::element));
      if (positions != null) {
        binds.add(rows.stream().map(positions::of).toArray());
      }
      connection.update(sql, binds);
    }
  }

  private static <R> List<Object> keys(
      List<Column> columns, List<R> rows, Function<R, InstanceState<?>> end) {
    List<Object> arrays = new ArrayList<>();
    for (int part = 0; part < columns.size(); part++) {
      Object[] values = new Object[rows.size()];
      for (int row = 0; row < values.length; row++) {
        InstanceState<?> state = end.apply(rows.get(row));
        values[row] = state.model().keyPart(state.requireKey(), part);
      }
      arrays.add(values);
    }
    return arrays;
  }

  private static Association association(Relationship relationship) {
    return Objects.requireNonNull(relationship.association());
  }

  private static Map<Relationship, List<Pair>> byRelationship(List<Pair> pairs) {
    Map<Relationship, List<Pair>> byRelationship = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      byRelationship.computeIfAbsent(pair.owning(), any -> new ArrayList<>()).add(pair);
    }
    return byRelationship;
  }
}
