package org.aludel.orm.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.Metamodels;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.metamodel.ToMany;
import org.aludel.orm.metamodel.ToManyLink;
import org.aludel.orm.metamodel.ToOneInverse;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.JoinCondition;
import org.aludel.sql.FromItem;
import org.aludel.sql.Predicate;
import org.aludel.sql.Rewriter;
import org.aludel.sql.SourceKey;
import org.jspecify.annotations.Nullable;

/** Relationships by a condition: what their classes say, by the columns of a registry. */
public final class JoinConditions {
  /** Names of the two ends that no statement has: they are replaced by those of the statement. */
  private static final String OWNER = "aludel_owner";

  private static final String TARGET = "aludel_target";

  private JoinConditions() {}

  /** Lets the models know them, before anybody else uses the models. */
  public static void fill(EntityModels models) {
    Map<Relationship, JoinCondition> found = new HashMap<>();
    for (Mapper<?> mapper : models.registry().mappers()) {
      for (Relationship relationship : mapper.relationships()) {
        if (relationship.isByCondition() && relationship.declaredBy() == mapper.type()) {
          found.put(relationship, resolved(models, relationship));
        }
      }
    }
    models.conditions(found);
  }

  private static JoinCondition resolved(EntityModels models, Relationship relationship) {
    Class<?> annotated = models.registry().mapper(relationship.declaredBy()).annotated();
    Object attribute = Metamodels.attribute(annotated, relationship.name());
    ToManyLink link =
        attribute instanceof ToMany<?, ?> many
            ? many.link()
            : ((ToOneInverse<?, ?>) attribute).link();
    Predicate said = ((ToManyLink.Condition) link).between(OWNER, TARGET);
    EntityRewriter rewriter = new EntityRewriter(models, LoadCriteria.NONE);
    FromItem owner = rewriter.view(models.of(relationship.owner()), OWNER);
    FromItem target = rewriter.view(models.of(relationship.target()), TARGET);
    Predicate resolved = rewriter.condition(said);
    OwnNames.check(models, relationship, resolved);
    return new JoinCondition(
        owner, target, resolved, Objects.requireNonNullElse(rewriter.tables(), Set.of()));
  }

  /** The condition in a statement, of these rows; null where a relationship has none. */
  static @Nullable Predicate between(
      EntityRewriter statement, Relationship relationship, FromItem owner, FromItem target) {
    if (!relationship.isByCondition()) {
      return null;
    }
    JoinCondition known = statement.models().condition(relationship);
    if (known == null) {
      throw refused(
          relationship,
          "another relationship by a condition in one that is being read",
          "ask for its rows by a subquery");
    }
    known.tables().forEach(statement::note);
    return known.between(owner, target);
  }

  private static UsageException refused(Relationship relationship, String found, String fix) {
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot use the condition of \"" + relationship + "\" in a statement")
            .found(found)
            .fix(fix));
  }

  /** A subquery over a table under its own name would hide the row of the statement around it. */
  private static final class OwnNames extends Rewriter {
    private final Relationship relationship;
    private final Set<SourceKey> names = new HashSet<>();

    private OwnNames(EntityModels models, Relationship relationship) {
      this.relationship = relationship;
      Stream.of(relationship.owner(), relationship.target())
          .flatMap(mapper -> Stream.concat(Stream.of(mapper), mapper.selfAndBelow().stream()))
          .forEach(mapper -> names.add(models.of(mapper).view().source(null).key()));
    }

    static void check(EntityModels models, Relationship relationship, Predicate condition) {
      new OwnNames(models, relationship).predicate(condition);
    }

    @Override
    protected FromItem source(FromItem item) {
      if (names.contains(item.key())) {
        throw refused(
            relationship,
            "a subquery over " + item.key() + ", which statements call their own rows by",
            "give it another name in the subquery: WORK.as(\"other\")");
      }
      return super.source(item);
    }
  }
}
