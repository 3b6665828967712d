package org.aludel.reflect;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Reads what a database holds. Bound to one connection and as little thread-safe as that.
 *
 * <pre>{@code
 * MetaData found = connection.inspector().reflect(ReflectOptions.of("public"));
 * }</pre>
 */
public interface Inspector {
  /**
   * Everything that the options admit, sorted by schema and name; columns in table order. Runs at
   * most 15 queries whatever the number of objects, in the connection's transaction or, when there
   * is none, in one of its own; session settings are afterwards as before. What no object of {@code
   * org.aludel.schema} stands for is listed in {@link MetaData#uncovered()}.
   *
   * @throws org.aludel.error.DatabaseException ENGINE-UNSUPPORTED-SERVER for a server that is too
   *     old, ENGINE-PERMISSION where the catalogue may not be read
   */
  MetaData reflect(ReflectOptions options);

  /**
   * Some tables for statements, with what the program knows better of them, and with the tables
   * that their foreign keys lead to, one after another. Reads as much as {@link #reflect} does.
   *
   * @return the tables alone, the wanted ones first and in that order
   * @throws org.aludel.error.SchemaException SCHEMA-UNKNOWN-TABLE, SCHEMA-UNKNOWN-COLUMN; as {@link
   *     #reflect} besides
   */
  MetaData tables(ReflectOptions options, TableReflection... wanted);

  /** One table, as {@link #tables} reads it. */
  default Table table(ReflectOptions options, TableReflection wanted) {
    return tables(options, wanted.withoutReferences()).tables().get(0);
  }

  /**
   * Which of some objects are there, in one query for any number of them. An object without a
   * schema is looked for in the connection's current one, where a statement would create it.
   * Schemas, extensions, types, sequences, tables, indexes, views, columns and constraints can be
   * asked for. Nothing is remembered: each call asks the database.
   *
   * @return those of the given ones that exist, in no order; a copy
   * @throws org.aludel.error.SchemaException SCHEMA-INVALID-OBJECT for an object of another kind
   */
  Set<ObjectReference> existing(Collection<ObjectReference> wanted);

  /** Whether an object is there; as {@link #existing}. */
  default boolean has(ObjectReference wanted) {
    return !existing(List.of(wanted)).isEmpty();
  }

  /** Whether a table is there, partitioned ones and partitions included, views not. */
  default boolean hasTable(QualifiedName table) {
    return has(ObjectReference.table(table));
  }
}
