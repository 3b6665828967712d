package org.aludel.orm.loading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the relationships of a result's objects are loaded, at once and later. Immutable.
 *
 * @param branches what a statement's options say of single relationships
 * @param others how all other relationships of these objects are loaded; null as they are mapped
 * @param terms what holds for the objects behind these too
 * @param columns which columns are read; null as they are mapped
 */
public record LoadPlan(
    Map<Relationship, Branch> branches,
    @Nullable LoadStrategy others,
    Terms terms,
    @Nullable ColumnChoice columns) {
  /** What follows from the mapping alone. */
  public static final LoadPlan MAPPED = new LoadPlan(Map.of(), null, Terms.NONE, null);

  /**
   * What holds for all objects that a statement brings, however far behind.
   *
   * @param overwrite whether rows overwrite what objects in memory hold, changes included
   * @param everywhere how relationships are loaded that no option names; null as they are mapped
   * @param criteria conditions on the rows of classes
   */
  public record Terms(boolean overwrite, @Nullable LoadStrategy everywhere, LoadCriteria criteria) {
    /** Nothing. */
    public static final Terms NONE = new Terms(false, null, LoadCriteria.NONE);

    private Terms overwriting(boolean value) {
      return value == overwrite ? this : new Terms(value, everywhere, criteria);
    }
  }

  /**
   * One relationship.
   *
   * @param condition over the target's table that its rows must fulfil; null for all
   * @param joined the source of the statement that holds the target's rows already; null when a
   *     join, if there is to be one, is the loader's own
   * @param next the plan for the objects behind it
   */
  public record Branch(
      LoadStrategy strategy,
      @Nullable Predicate condition,
      @Nullable FromItem joined,
      LoadPlan next) {}

  public LoadPlan {
    branches = Map.copyOf(branches);
  }

  /** A plan without options under these terms. */
  public static LoadPlan under(Terms terms) {
    return terms.equals(Terms.NONE)
        ? MAPPED
        : new LoadPlan(Map.of(), terms.everywhere(), terms, null);
  }

  /** For columns of objects that are loaded already: nothing but them is read. */
  static final LoadPlan NOTHING_ELSE = new LoadPlan(Map.of(), LoadStrategy.LAZY, Terms.NONE, null);

  /** The same for some of the columns. */
  LoadPlan reading(ColumnChoice some) {
    return new LoadPlan(branches, others, terms, some);
  }

  /** The same plan with other expressions in place of columns. */
  public LoadPlan given(Map<Integer, ColumnChoice.Given> given) {
    return columns == null || given.isEmpty()
        ? this
        : new LoadPlan(branches, others, terms, columns.withGiven(given));
  }

  /** The same plan for rows that are read with all their columns. */
  LoadPlan whole() {
    return new LoadPlan(branches, others, terms, ColumnChoice.WHOLE);
  }

  /** The columns of a class that are read. */
  public ColumnChoice columns(EntityModel<?> model) {
    return columns == null ? model.columns() : columns;
  }

  boolean overwrite() {
    return terms.overwrite();
  }

  LoadStrategy strategy(Relationship relationship) {
    if ((branches.isEmpty() && others == null) || relationship.isWriteOnly()) {
      return relationship.load();
    }
    Branch branch = branches.get(relationship);
    LoadStrategy general = others;
    return branch == null ? general == null ? relationship.load() : general : branch.strategy();
  }

  /** The condition of an option on the rows behind a relationship, or null. */
  @Nullable Predicate condition(Relationship relationship) {
    Branch branch = branches.get(relationship);
    return branch == null ? null : branch.condition();
  }

  /** Where the statement itself holds the rows behind a relationship, or null. */
  @Nullable FromItem joined(Relationship relationship) {
    Branch branch = branches.get(relationship);
    return branch == null ? null : branch.joined();
  }

  /** Whether an option speaks of this relationship. */
  boolean names(Relationship relationship) {
    return branches.containsKey(relationship);
  }

  LoadPlan behind(Relationship relationship) {
    Branch branch = branches.get(relationship);
    return branch == null ? under(terms) : branch.next();
  }

  /** The same plan for rows that replace what is in memory, or that do not. */
  LoadPlan overwriting(boolean value) {
    if (value == terms.overwrite()) {
      return this;
    }
    Map<Relationship, Branch> changed = new HashMap<>();
    branches.forEach(
        (relationship, branch) ->
            changed.put(
                relationship,
                new Branch(
                    branch.strategy(),
                    branch.condition(),
                    branch.joined(),
                    branch.next().overwriting(value))));
    return new LoadPlan(changed, others, terms.overwriting(value), columns);
  }

  /** What is read together with the rows of a class, however far behind. */
  public Set<Relationship> eagerRelationships(Mapper<?> mapper) {
    Set<Relationship> found = new LinkedHashSet<>();
    addFollowed(mapper, LoadStrategy::isEager, found, new HashSet<>());
    return found;
  }

  /** The classes whose rows one statement reads with those of a class, however far behind. */
  public Set<Mapper<?>> joinedTargets(Mapper<?> mapper) {
    Set<Mapper<?>> found = new LinkedHashSet<>();
    addFollowed(mapper, strategy -> strategy == LoadStrategy.JOINED, new HashSet<>(), found);
    return found;
  }

  private void addFollowed(
      Mapper<?> mapper,
      Function<LoadStrategy, Boolean> followed,
      Set<Relationship> found,
      Set<Mapper<?>> targets) {
    for (Relationship relationship : mapper.relationships()) {
      if (followed.apply(strategy(relationship))) {
        found.add(relationship);
        if (targets.add(relationship.target()) || names(relationship)) {
          behind(relationship).addFollowed(relationship.target(), followed, found, targets);
        }
      }
    }
  }
}
