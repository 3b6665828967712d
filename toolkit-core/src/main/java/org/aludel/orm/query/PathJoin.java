package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.metamodel.RelationshipPath;
import org.aludel.orm.state.EntityModel;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The join that a path of the application means. Used for one join. */
final class PathJoin {
  private final EntityRewriter rewriter;
  private final RelationshipPath<?, ?> path;
  private final Join asked;
  private final FromItem owner;
  private final FromItem target;
  private final RelationshipEnds ends;

  /**
   * The join of a path.
   *
   * @throws UsageException with {@code UNSUPPORTED} for a path to the source that it begins at
   */
  PathJoin(EntityRewriter rewriter, RelationshipPath<?, ?> path, Join asked) {
    this.rewriter = rewriter;
    this.path = path;
    this.asked = asked;
    Relationship relationship = Relationships.of(rewriter.models(), path.relationship());
    EntityTable<?> alias = path.alias();
    EntityModel<?> to =
        alias == null
            ? rewriter.models().of(relationship.target())
            : rewriter.models().of(alias.rowType());
    this.owner = rewriter.source(path.relationship().table());
    this.target = rewriter.view(to, alias == null ? null : alias.alias());
    if (owner.key().equals(target.key())) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot join \"" + path.describe() + "\"")
              .found("a path from a table to itself, both under one name")
              .fix("join an alias: NODE.parent.to(NODE.as(\"up\")), or select from an alias"));
    }
    this.ends = rewriter.ends(path.relationship(), target, to);
  }

  /** What the path leads to. */
  FromItem target() {
    return target;
  }

  /** Whether a table between the two is joined too. */
  boolean hasTableBetween() {
    return ends.goThroughTable(asked.kind());
  }

  /**
   * The join.
   *
   * @param between the name of a table between the two
   */
  Join join(String between) {
    List<Predicate> on = new ArrayList<>();
    FromItem joined = target;
    if (hasTableBetween()) {
      joined = ends.through(between, target, on);
    } else {
      on.add(ends.condition());
    }
    add(path.condition(), on);
    add(asked.on(), on);
    Predicate all = Sql.and(on.toArray(Predicate[]::new));
    return new Join(asked.kind(), joined, new Join.Match(all, null), owner);
  }

  private void add(@Nullable Predicate condition, List<Predicate> on) {
    if (condition != null) {
      on.add(rewriter.condition(condition));
    }
  }
}
