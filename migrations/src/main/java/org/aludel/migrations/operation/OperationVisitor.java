package org.aludel.migrations.operation;

/** One method a family of operations; a family has a visitor of its own for its members. */
public interface OperationVisitor<R> {
  R visitNamespace(NamespaceOperation operation);

  R visitExtension(ExtensionOperation operation);

  R visitEnum(EnumOperation operation);

  R visitSequence(SequenceOperation operation);

  R visitTable(TableOperation operation);

  R visitColumn(ColumnOperation operation);

  R visitConstraint(ConstraintOperation operation);

  R visitIndex(IndexOperation operation);

  R visitComment(CommentOperation operation);

  R visitObject(ObjectOperation operation);

  R visitPrivilege(PrivilegeOperation operation);

  R visitRebuild(RebuildOperation operation);

  R visitCustom(CustomOperation operation);
}
