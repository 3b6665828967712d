package org.aludel.migrations.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.schema.Constraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/** Internal: what the keys that a foreign key may refer to carry beside their columns. */
public final class KeyPayload {
  private KeyPayload() {}

  /** The columns of the key's target on one side. */
  public static Set<String> of(MetaData side, ForeignKey key) {
    Set<String> columns = new HashSet<>(key.targetColumns());
    Set<String> carried = new HashSet<>();
    side.tablesAndPartitions().stream()
        .filter(each -> each.name().equals(key.target()))
        .forEach(each -> carried.addAll(of(each, columns)));
    return carried;
  }

  private static Set<String> of(Table target, Set<String> columns) {
    Set<String> carried = new HashSet<>();
    for (Constraint each : target.constraints()) {
      if (each instanceof PrimaryKey primary && columns.equals(Set.copyOf(primary.columns()))) {
        carried.addAll(primary.include());
      } else if (each instanceof UniqueConstraint unique
          && columns.equals(Set.copyOf(unique.columns()))) {
        carried.addAll(unique.include());
      }
    }
    for (Index each : target.indexes()) {
      List<String> names =
          each.elements().stream().map(IndexElement::column).map(String::valueOf).toList();
      if (each.unique() && columns.equals(Set.copyOf(names))) {
        carried.addAll(each.include());
      }
    }
    return carried;
  }
}
