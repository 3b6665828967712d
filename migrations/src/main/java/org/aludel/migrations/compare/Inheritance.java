package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * The constraints that tables of one side have of those that they inherit from or are partitions
 * of. They are no constraints of their own as long as that lasts; who leaves keeps them, and who
 * comes must have them. Source: PostgreSQL 18, ALTER TABLE, INHERIT and ATTACH PARTITION.
 */
final class Inheritance {
  private final Map<QualifiedName, PlacedTable> tables = new HashMap<>();

  /** Those that the other side has as well: foreign keys of what goes as a whole go before. */
  private final Set<QualifiedName> staying = new HashSet<>();

  /** References of a whole to itself that go: they do so before any part of it leaves. */
  private final Map<QualifiedName, List<ForeignKey>> going = new HashMap<>();

  private Inheritance(MetaData side, MetaData other) {
    PlacedTable.in(side).forEach(each -> tables.put(each.name(), each));
    other.tablesAndPartitions().forEach(each -> staying.add(each.name()));
  }

  static Inheritance inDatabase(MetaData database, MetaData model) {
    Inheritance found = new Inheritance(database, model);
    for (Table table : database.tablesAndPartitions()) {
      List<Constraint> kept =
          model.tablesAndPartitions().stream()
              .filter(each -> each.name().equals(table.name()))
              .flatMap(each -> each.constraints().stream())
              .toList();
      found.going.put(
          table.name(),
          table.foreignKeys().stream()
              .filter(each -> each.target().equals(table.name()))
              .filter(each -> kept.stream().noneMatch(other -> isSame(each, other)))
              .toList());
    }
    return found;
  }

  static Inheritance inModel(MetaData database, MetaData model) {
    return new Inheritance(model, database);
  }

  /** A table with those that it has of some of its origins. */
  Table with(Table table, Collection<QualifiedName> origins) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (Constraint each : inherited(origins)) {
      if (constraints.stream().noneMatch(own -> isSame(own, each))) {
        constraints.add(each);
      }
    }
    return table.withConstraints(constraints);
  }

  /** A table without what it has of itself and of its origins as well. */
  Table without(Table table, Collection<QualifiedName> origins) {
    List<Constraint> inherited = inherited(origins);
    return table.withConstraints(
        table.constraints().stream()
            .filter(own -> inherited.stream().noneMatch(each -> isSame(own, each)))
            .toList());
  }

  private static boolean isSame(Constraint one, Constraint other) {
    boolean named = one instanceof ForeignKey || one.name().text().equals(other.name().text());
    return named
        && one.getClass() == other.getClass()
        && ConstraintComparator.content(one).equals(ConstraintComparator.content(other));
  }

  private List<Constraint> inherited(Collection<QualifiedName> origins) {
    List<Constraint> found = new ArrayList<>();
    List<QualifiedName> open = new ArrayList<>(origins);
    Set<QualifiedName> seen = new HashSet<>();
    for (int at = 0; at < open.size(); at++) {
      PlacedTable origin = tables.get(open.get(at));
      if (origin != null && seen.add(origin.name())) {
        boolean divided = origin.table().partitioning() != null && staying.contains(origin.name());
        origin.table().constraints().stream()
            .filter(each -> isCheck(each) || (divided && each instanceof ForeignKey))
            .filter(each -> !going.getOrDefault(origin.name(), List.of()).contains(each))
            .forEach(found::add);
        open.addAll(origin.origins());
      }
    }
    return found;
  }

  private static boolean isCheck(Constraint constraint) {
    return constraint instanceof CheckConstraint check && !check.noInherit();
  }
}
