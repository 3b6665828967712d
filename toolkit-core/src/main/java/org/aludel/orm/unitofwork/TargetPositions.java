package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.schema.Column;
import org.aludel.sql.BulkStatement;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of changed lists stand whose positions are a column of the elements' table. It
 * is written behind all rows, by one UPDATE for a list of a class and 1,000 elements.
 */
final class TargetPositions {
  private static final int ROWS = 1000;

  private final PersistenceContext context;
  private final Map<Relationship, Map<InstanceState<?>, @Nullable Integer>> positions =
      new LinkedHashMap<>();

  TargetPositions(PersistenceContext context) {
    this.context = context;
  }

  /** Takes the lists among some collections; one of which only a part is known stays as it is. */
  void note(List<CollectionChange> changes) {
    for (CollectionChange change : changes) {
      Relationship list = change.relationship();
      if (list.association() == null
          && list.position() != null
          && !change.owner().isPartial(change.collection())) {
        note(change, positions.computeIfAbsent(list, any -> new LinkedHashMap<>()));
      }
    }
  }

  /** What left one list may have come to another. */
  private void note(CollectionChange change, Map<InstanceState<?>, @Nullable Integer> known) {
    for (Object element : change.removed()) {
      InstanceState<?> state = context.find(element);
      if (state != null) {
        known.putIfAbsent(state, null);
      }
    }
    int position = 0;
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object element : change.now()) {
      InstanceState<?> state = seen.add(element) ? context.find(element) : null;
      if (state != null) {
        known.put(state, position++);
      }
    }
  }

  /** Whether there is nothing to write. */
  boolean isEmpty() {
    return positions.keySet().stream().allMatch(list -> rows(list).isEmpty());
  }

  private List<InstanceState<?>> rows(Relationship list) {
    return Objects.requireNonNull(positions.get(list)).keySet().stream()
        .filter(AssociationChanges::stays)
        .toList();
  }

  void write(StatementCatalogue catalogue, Function<Mapper<?>, Connection> connections) {
    for (Relationship list : positions.keySet()) {
      List<InstanceState<?>> rows = rows(list);
      for (int from = 0; from < rows.size(); from += ROWS) {
        Connection connection = connections.apply(list.target());
        connection.update(
            catalogue.elements(connection, statement(list)),
            binds(list, rows.subList(from, Math.min(rows.size(), from + ROWS))));
      }
    }
  }

  private static BulkStatement statement(Relationship list) {
    Column position = Objects.requireNonNull(list.position(), "a list with positions");
    return new BulkStatement.MoveRows(
        StatementCatalogue.target(list.target().table().name()),
        StatementCatalogue.column(position),
        list.target().ids().stream()
            .map(BasicProperty::column)
            .map(StatementCatalogue::column)
            .toList());
  }

  private List<Object> binds(Relationship list, List<InstanceState<?>> rows) {
    Map<InstanceState<?>, @Nullable Integer> known = Objects.requireNonNull(positions.get(list));
    List<Object> binds = new ArrayList<>();
    for (int part = 0; part < list.target().ids().size(); part++) {
      int index = part;
      binds.add(rows.stream().map(row -> row.model().keyPart(row.requireKey(), index)).toArray());
    }
    binds.add(rows.stream().map(known::get).toArray());
    return binds;
  }
}
