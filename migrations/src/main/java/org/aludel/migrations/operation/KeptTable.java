package org.aludel.migrations.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Internal: a table of both sides that stands by itself while something changes below it: one of no
 * whole, or a partition on its way out of a whole, into one, or to another place.
 */
public record KeptTable(Table before, Table after) {

  /** All of two sides, in the order of the first. */
  public static List<KeptTable> of(MetaData before, MetaData after) {
    Map<QualifiedName, Place> later = new HashMap<>();
    places(after).forEach(each -> later.put(each.table.name(), each));
    List<KeptTable> kept = new ArrayList<>();
    for (Place place : places(before)) {
      Place other = later.get(place.table.name());
      if (other != null && !place.stays(other)) {
        kept.add(new KeptTable(place.table, other.table));
      }
    }
    return kept;
  }

  public QualifiedName name() {
    return before.name();
  }

  /** The columns that change with those of a parent, which it has before and after. */
  public Set<String> carried(List<KeptTable> others) {
    Set<QualifiedName> parents = new HashSet<>(before.parents());
    parents.retainAll(after.parents());
    Set<String> carried = new HashSet<>();
    others.stream()
        .filter(each -> parents.contains(each.name()))
        .flatMap(each -> each.before.columns().stream())
        .map(Column::name)
        .forEach(carried::add);
    return carried;
  }

  private static List<Place> places(MetaData side) {
    List<Place> places = new ArrayList<>();
    side.tables().forEach(each -> places.add(new Place(each, null, "")));
    for (int at = 0; at < places.size(); at++) {
      Table table = places.get(at).table;
      Partitioning partitioning = table.partitioning();
      if (partitioning != null) {
        partitioning
            .partitions()
            .forEach(each -> places.add(new Place(each.table(), table.name(), each.bound())));
      }
    }
    return places;
  }

  private record Place(Table table, @Nullable QualifiedName whole, String bound) {
    /** Within the same whole, which all that happens to it happens to as well. */
    boolean stays(Place other) {
      return whole != null && Objects.equals(whole, other.whole) && bound.equals(other.bound);
    }
  }
}
