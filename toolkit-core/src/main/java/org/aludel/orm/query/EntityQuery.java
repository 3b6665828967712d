package org.aludel.orm.query;

import java.util.List;
import java.util.Set;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Projection.Maker;
import org.aludel.sql.Statement;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A statement that Core can run, and what a session must know of it.
 *
 * @param statement with columns in place of entities and attributes
 * @param tables what it reads or writes; null when some of it came as text
 * @param written the tables that it changes
 * @param parts of a row, in order; empty unless an entity is among them
 * @param maker makes a row's value of the parts; null when there are none
 */
public record EntityQuery<R>(
    Statement<R> statement,
    @Nullable Set<QualifiedName> tables,
    Set<QualifiedName> written,
    List<Part> parts,
    @Nullable Maker<R> maker) {
  public EntityQuery {
    written = Set.copyOf(written);
    parts = List.copyOf(parts);
  }

  /** Whether it is anything but a SELECT. */
  public boolean writes() {
    return tables == null || !written.isEmpty();
  }

  /** One part of a row. */
  public sealed interface Part {
    /** A whole object. */
    record Entity(EntityModel<?> model, LoadPlan plan) implements Part {}

    /** A single value. */
    record Value(SqlType<?> type) implements Part {}
  }
}
