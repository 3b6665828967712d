package org.aludel.orm.session;

import java.util.LinkedHashSet;
import java.util.Set;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Delete;
import org.aludel.sql.Insert;
import org.aludel.sql.Merge;
import org.aludel.sql.Statement;
import org.aludel.sql.Update;

/**
 * What a statement or a call of {@link Bulk} wrote without objects, so that no listener to objects
 * was told. Immutable.
 *
 * @param tables that it wrote; empty where the statement came as text
 * @param rows how many, or where the statement returns rows, how many it returned
 */
public record BulkWrite(Kind kind, Set<QualifiedName> tables, long rows) {
  public BulkWrite {
    tables = Set.copyOf(tables);
  }

  /** What is done to rows. */
  public enum Kind {
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    /** Text, or a query around statements that write. */
    OTHER;

    static Kind of(Statement<?> statement) {
      if (statement instanceof Insert<?>) {
        return INSERT;
      }
      if (statement instanceof Update<?>) {
        return UPDATE;
      }
      if (statement instanceof Delete<?>) {
        return DELETE;
      }
      return statement instanceof Merge<?> ? MERGE : OTHER;
    }
  }

  static BulkWrite of(Kind kind, EntityModel<?> model, long rows) {
    Set<QualifiedName> names = new LinkedHashSet<>();
    model.mapper().tables().forEach(table -> names.add(table.name()));
    if (kind == Kind.UPDATE
        && InheritanceStrategy.TABLE_PER_CLASS == model.mapper().inheritance()) {
      // An id does not tell in which of them its row lies, so that each was asked.
      names.addAll(model.view().tables());
    }
    return new BulkWrite(kind, names, rows);
  }
}
