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
    @Nullable EntityTable<? extends T> alias)
    implements RelationshipPath<E, T> {

  /** Whether it leads to a row: EXISTS. */
  public Predicate any() {
    EntityTable<? extends T> other = alias;
    boolean below = other != null && other.rowType() != relationship.target();
    return new RelationshipExists(relationship, condition, below ? other : null);
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
  public @Nullable Join toJoin(Join.Kind kind) {
    EntityTable<? extends T> other = alias;
    if (other == null) {
      Join all = relationship.toJoin(kind);
      Predicate on = all.on();
      return new Join(kind, all.target(), narrowed(on));
    }
    if (other.rowType() != relationship.target()) {
      return null;
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
