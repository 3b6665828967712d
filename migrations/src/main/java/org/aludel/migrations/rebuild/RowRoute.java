package org.aludel.migrations.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.schema.Table;

/**
 * Where rows go. A table of the same name takes them, through the one that it is a part of; else
 * the one that takes the name of what they were a part of.
 *
 * @param source with the rows of its partitions, if it has any; never those of its heirs
 * @param target no partition itself
 */
public record RowRoute(Table source, Table target) {
  /**
   * The routes of all rows, in the order of the tables.
   *
   * @throws RevisionException MIG-UNSUPPORTED-OBJECT for rows that have nowhere to go
   */
  public static List<RowRoute> of(RebuildOperation rebuild) {
    return of(rebuild.before(), rebuild.after());
  }

  static List<RowRoute> of(RebuildOperation.Side before, RebuildOperation.Side after) {
    List<RowRoute> routes = new ArrayList<>();
    for (Table root : before.tables()) {
      Set<Table> targets = new LinkedHashSet<>();
      List<RowRoute> single = new ArrayList<>();
      for (Table leaf : root.tree()) {
        if (leaf.partitioning() == null) {
          Table target = target(root, leaf, after);
          targets.add(target);
          single.add(new RowRoute(leaf, target));
        }
      }
      if (targets.size() == 1) {
        routes.add(new RowRoute(root, targets.iterator().next()));
      } else {
        routes.addAll(single);
      }
    }
    return routes;
  }

  private static Table target(Table root, Table leaf, RebuildOperation.Side after) {
    Table same = after.root(leaf);
    if (same != null) {
      return same;
    }
    Table whole = after.root(root);
    if (whole != null) {
      return whole;
    }
    throw new RevisionException(
        Problem.of(
                MigrationCode.UNSUPPORTED_OBJECT,
                "cannot move the rows of table \"" + leaf.name() + "\"")
            .found("no table \"" + root.name() + "\" in the model, and tables that take its parts")
            .expected("a table of the same name, or of the name of what it is a part of")
            .fix("make the change in two revisions: first divide, then drop"));
  }
}
