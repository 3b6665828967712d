package org.aludel.orm.loading;

import java.util.Map;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Relationship;

/**
 * How the relationships of a result's objects are loaded. Immutable.
 *
 * @param branches what a statement's options say; other relationships follow their mapping
 * @param overwrite whether rows overwrite what objects in memory hold, changes included
 */
public record LoadPlan(Map<Relationship, Branch> branches, boolean overwrite) {
  /** What follows from the mapping alone. */
  public static final LoadPlan MAPPED = new LoadPlan(Map.of(), false);

  /** One relationship's strategy, and the plan for the objects behind it. */
  public record Branch(LoadStrategy strategy, LoadPlan next) {}

  public LoadPlan {
    branches = Map.copyOf(branches);
  }

  LoadStrategy strategy(Relationship relationship) {
    Branch branch = branches.get(relationship);
    return branch == null ? relationship.load() : branch.strategy();
  }

  LoadPlan behind(Relationship relationship) {
    Branch branch = branches.get(relationship);
    return branch == null ? MAPPED : branch.next();
  }
}
