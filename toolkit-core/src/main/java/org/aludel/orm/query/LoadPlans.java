package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.metamodel.Criteria;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.metamodel.RelationshipPath;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.StatementOption;
import org.aludel.sql.TableSource;
import org.jspecify.annotations.Nullable;

/** Turns the options of a statement into the plans of its entities. */
final class LoadPlans {
  private final EntityModels models;
  private final EntityRewriter rewriter;
  private final EntityRewriter conditions;
  private final LoadPlan.Terms terms;
  private final List<StatementOption> options;
  private final Set<StatementOption> used = new HashSet<>();

  /**
   * The options of a statement.
   *
   * @param rewriter of the statement itself
   * @param terms what holds for it, its criteria among them
   */
  LoadPlans(
      EntityModels models,
      EntityRewriter rewriter,
      List<StatementOption> options,
      LoadPlan.Terms terms) {
    this.models = models;
    this.rewriter = rewriter;
    this.conditions = new EntityRewriter(models, terms.criteria());
    this.options = new ArrayList<>(options);
    this.options.removeIf(Criteria.class::isInstance);
    boolean overwrite = this.options.removeIf(Loading.PopulateExisting.class::isInstance);
    LoadStrategy everywhere = everywhere(this.options);
    this.terms = new LoadPlan.Terms(overwrite, everywhere, terms.criteria());
  }

  private static @Nullable LoadStrategy everywhere(List<StatementOption> options) {
    LoadStrategy found = null;
    for (StatementOption option : List.copyOf(options)) {
      if (option instanceof Loading.All all && all.table() == null) {
        found = all.strategy();
        options.remove(option);
      }
    }
    return found;
  }

  /** The plan of one entity of the statement; takes the options that name its class. */
  LoadPlan of(TableSource<?> table) {
    return of(table.rowType(), table.alias());
  }

  /** As above for a class that is loaded by its key, where no statement has a join. */
  LoadPlan ofKey(Class<?> type) {
    for (StatementOption option : options) {
      if (option instanceof LoadOption<?, ?> one && one.isContained()) {
        throw refused(option, "a load by key, which has no join of the application");
      }
    }
    return of(type, null);
  }

  private LoadPlan of(Class<?> type, @Nullable String alias) {
    List<StatementOption> own = new ArrayList<>();
    for (StatementOption option : options) {
      if (names(option, type, alias)) {
        own.add(option);
        used.add(option);
      }
    }
    return plan(own, models.of(type), rewriter);
  }

  /** The tables that conditions of options read. */
  Set<QualifiedName> tables() {
    Set<QualifiedName> read = conditions.tables();
    return read == null ? Set.of() : read;
  }

  /** Refuses options that no entity of the statement took. */
  void requireAllUsed() {
    for (StatementOption option : options) {
      if (!used.contains(option)) {
        throw refused(option, "no entity of the statement has this relationship");
      }
    }
  }

  /**
   * @param sources resolves expressions: to the sources of the statement, or to tables of their own
   */
  private LoadPlan plan(List<StatementOption> own, EntityModel<?> model, EntityRewriter sources) {
    if (own.isEmpty()) {
      return LoadPlan.under(terms);
    }
    Map<Relationship, LoadPlan.Branch> branches = new HashMap<>();
    LoadStrategy others = terms.everywhere();
    ColumnChoices columns = new ColumnChoices(models, model);
    // Before the others, which speak of single columns.
    own.stream()
        .filter(PolymorphicOption.class::isInstance)
        .forEach(option -> columns.apply((PolymorphicOption) option));
    for (StatementOption option : own) {
      if (option instanceof Loading.All all) {
        others = all.strategy();
      } else if (option instanceof ColumnOption one) {
        columns.apply(one);
      } else if (option instanceof WithExpression one) {
        columns.apply(one, resolved(one, sources));
      } else if (option instanceof LoadOption<?, ?> one) {
        branches.merge(
            Relationships.of(models, one.path().relationship()), branch(one), LoadPlans::both);
      } else if (!(option instanceof PolymorphicOption)) {
        throw refused(option, "an option of another library, or in a place where it means nothing");
      }
    }
    return new LoadPlan(branches, others, terms, columns.choice());
  }

  private static Expression<?> resolved(WithExpression option, EntityRewriter sources) {
    Expression<?> resolved = sources.resolved(option.expression());
    if (sources.needsViews()) {
      throw refused(option, "an outer join inside, whose classes have criteria");
    }
    return resolved;
  }

  /** Two options for one path: the later decides, and both speak of what is behind. */
  private static LoadPlan.Branch both(LoadPlan.Branch first, LoadPlan.Branch second) {
    Map<Relationship, LoadPlan.Branch> behind = new HashMap<>(first.next().branches());
    second.next().branches().forEach((key, value) -> behind.merge(key, value, LoadPlans::both));
    LoadStrategy others = second.next().others();
    ColumnChoice columns = second.next().columns();
    LoadPlan next =
        new LoadPlan(
            behind,
            others == null ? first.next().others() : others,
            second.next().terms(),
            both(first.next().columns(), columns));
    return new LoadPlan.Branch(second.strategy(), second.condition(), second.joined(), next);
  }

  /** The later says which columns are read; what both give in place of columns is read too. */
  private static @Nullable ColumnChoice both(
      @Nullable ColumnChoice first, @Nullable ColumnChoice second) {
    if (first == null || second == null) {
      return second == null ? first : second;
    }
    Map<Integer, ColumnChoice.Given> given = new HashMap<>(first.given());
    given.putAll(second.given());
    BitSet left = (BitSet) second.left().clone();
    given.keySet().forEach(left::clear);
    return new ColumnChoice(left, second.raising(), given, second.following());
  }

  private LoadPlan.Branch branch(LoadOption<?, ?> option) {
    RelationshipPath<?, ?> path = option.path();
    Relationship relationship = loadable(option);
    Predicate condition = path.condition();
    EntityTable<?> alias = path.alias();
    if (alias != null && !option.isContained()) {
      throw refused(option, "an alias, which only the join of a containsEager may have");
    }
    if (!relationship.isCollection() && (condition != null || isEmptied(option))) {
      throw refused(option, "a reference, which leads to one row or to none");
    }
    FromItem joined = option.isContained() ? joined(relationship, alias) : null;
    return new LoadPlan.Branch(
        option.strategy(),
        condition == null || joined != null ? null : conditions.condition(condition),
        joined,
        plan(
            option.behind(),
            models.of(relationship.target()),
            option.isContained() ? rewriter : conditions));
  }

  private FromItem joined(Relationship relationship, @Nullable EntityTable<?> alias) {
    return rewriter.view(models.of(relationship.target()), alias == null ? null : alias.alias());
  }

  private static boolean isEmptied(LoadOption<?, ?> option) {
    return option.strategy() == LoadStrategy.NO_LOAD;
  }

  /** An option for a table's own name speaks of its aliases too. */
  private static boolean names(StatementOption option, Class<?> type, @Nullable String alias) {
    EntityTable<?> named = named(option);
    return named != null
        && (named.rowType().isAssignableFrom(type) || isBelow(option, named, type))
        && (named.alias() == null || named.alias().equals(alias));
  }

  private static @Nullable EntityTable<?> named(StatementOption option) {
    if (option instanceof ColumnOption columns) {
      return columns.table();
    }
    if (option instanceof WithExpression filled) {
      return filled.attribute().table();
    }
    if (option instanceof PolymorphicOption classes) {
      return classes.table();
    }
    return option instanceof LoadOption<?, ?> one
        ? one.path().relationship().table()
        : option instanceof Loading.All all ? all.table() : null;
  }

  /** What only classes below the selected one have cannot be part of its rows. */
  private static boolean isBelow(StatementOption option, EntityTable<?> named, Class<?> type) {
    return type.isAssignableFrom(named.rowType())
        && (option instanceof ColumnOption
            || option instanceof WithExpression
            || (option instanceof LoadOption<?, ?> one && one.strategy() != LoadStrategy.JOINED));
  }

  private static UsageException refused(StatementOption option, String found) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot use the option " + option.describe())
            .found(found)
            .expected("an option of org.aludel.orm.query.Loading for a selected entity"));
  }

  private Relationship loadable(LoadOption<?, ?> option) {
    Relationship relationship = Relationships.of(models, option.path().relationship());
    if (relationship.isWriteOnly()) {
      throw new UsageException(
          Problem.of(SessionCode.WRITE_ONLY, "cannot use the option " + option.describe())
              .found("a WriteOnlyCollection, which is never loaded")
              .fix("read its select(…) in a statement of its own"));
    }
    return relationship;
  }
}
