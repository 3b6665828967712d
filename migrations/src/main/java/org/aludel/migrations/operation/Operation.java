package org.aludel.migrations.operation;

import java.util.List;

/**
 * One exact step from a schema to another: it names all that changes and nothing else changes with
 * it, so that the inverses in reverse order lead back. Immutable, compared by value.
 *
 * <p>Families are sealed interfaces with one nested record an operation, such as {@link
 * ColumnOperation.Add}.
 */
public sealed interface Operation
    permits NamespaceOperation,
        ExtensionOperation,
        EnumOperation,
        SequenceOperation,
        TableOperation,
        ColumnOperation,
        ConstraintOperation,
        IndexOperation,
        CommentOperation,
        ObjectOperation,
        PrivilegeOperation,
        RebuildOperation,
        CustomOperation {

  /** The step back; {@code inverse().inverse()} equals this. */
  Operation inverse();

  /** One line for people, such as {@code add column user_account.email varchar(255)}. */
  String describe();

  /**
   * Whose data the step destroys: {@code table.column}, or {@code table.*} for all of a table;
   * empty when no row loses anything.
   */
  default List<String> lossy() {
    return List.of();
  }

  /** The answer of the visitor for the family of this operation. */
  <R> R accept(OperationVisitor<R> visitor);
}
