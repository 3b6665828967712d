package org.aludel.orm.metamodel;

import java.util.List;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A relationship under a condition, or to an alias; made by {@link RelationshipPath#and} and {@link
 * RelationshipPath#to}.
 */
public record NarrowedPath<E, T>(
    RelationshipAttribute<E, T> relationship,
    @Nullable Predicate condition,
    @Nullable EntityTable<T> alias)
    implements RelationshipPath<E, T> {

  /** Whether it leads to a row: EXISTS. */
  public Predicate any() {
    return new RelationshipExists(relationship, condition);
  }

  /** Whether it leads to a row for which this holds too: EXISTS. */
  public Predicate any(Predicate more) {
    return and(more).any();
  }

  /** As {@link #any()}, as a reference calls it. */
  public Predicate has() {
    return any();
  }

  /** As {@link #any(Predicate)}, as a reference calls it. */
  public Predicate has(Predicate more) {
    return any(more);
  }

  @Override
  public Join toJoin(Join.Kind kind) {
    EntityTable<T> other = alias;
    if (other == null) {
      Join all = relationship.toJoin(kind);
      Predicate on = all.on();
      return new Join(kind, all.target(), narrowed(on));
    }
    NamedTable target = new NamedTable(other.tableName(), other.alias(), List.of(), List.of());
    return new Join(kind, target, narrowed(relationship.joined(relationship.table(), target)));
  }

  private @Nullable Predicate narrowed(@Nullable Predicate on) {
    Predicate more = condition;
    return on == null || more == null ? on : Sql.and(on, more);
  }

  @Override
  public String describe() {
    String name = relationship.describe();
    return alias == null ? name : name + " to " + alias;
  }
}
