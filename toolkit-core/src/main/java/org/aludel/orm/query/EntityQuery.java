package org.aludel.orm.query;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.aludel.orm.loading.EntityNode;
import org.aludel.orm.loading.OwnerQuery;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Projection.Maker;
import org.aludel.sql.Statement;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A statement that Core can run, and what a session must know of it.
 *
 * @param asked the statement over entities that it was made from
 * @param statement with columns in place of entities and attributes
 * @param tables what it reads or writes; null when some of it came as text
 * @param sources as tables, without those of what is loaded with its objects
 * @param written the tables that it changes
 * @param parts of a row, in order; empty unless an entity is among them
 * @param maker makes a row's value of the parts; null when there are none
 * @param keys those that it gives of the rows that it changes, though nobody asked for them; null
 *     if it does not
 * @param changed the class whose rows it changes; null where it changes none, or those of a table
 *     without a class
 */
public record EntityQuery<R>(
    Statement<R> asked,
    Statement<R> statement,
    @Nullable Set<QualifiedName> tables,
    @Nullable Set<QualifiedName> sources,
    Set<QualifiedName> written,
    List<Part> parts,
    @Nullable Maker<R> maker,
    @Nullable Keys keys,
    @Nullable EntityModel<?> changed) {
  public EntityQuery {
    written = Set.copyOf(written);
    parts = List.copyOf(parts);
  }

  /** Whether it is anything but a SELECT. */
  public boolean writes() {
    return tables == null || !written.isEmpty();
  }

  /** Whether an object may come with several rows, of which the first stands for all. */
  public boolean repeats() {
    return parts.stream().anyMatch(part -> part instanceof Part.Entity one && one.node().repeats());
  }

  /**
   * The keys of rows that a change of several tables gives.
   *
   * @param steps the same change for databases that need a statement for each table
   */
  public record Keys(EntityModel<?> model, Supplier<ChangeSteps> steps) {}

  /** One part of a row. */
  public sealed interface Part {
    /**
     * A whole object.
     *
     * @param query what selects it, for statements that repeat it; null where there is none
     */
    record Entity(EntityNode node, @Nullable OwnerQuery query) implements Part {}

    /** A single value. */
    record Value(SqlType<?> type) implements Part {}
  }
}
