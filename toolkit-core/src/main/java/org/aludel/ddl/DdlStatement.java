package org.aludel.ddl;

/**
 * One DDL statement. Immutable, compared by value; {@code compile.DdlCompiler} writes its SQL.
 * Families are sealed interfaces with one nested record a statement, such as {@link
 * ColumnDdl.AddColumn}.
 */
public sealed interface DdlStatement
    permits NamespaceDdl,
        EnumDdl,
        SequenceDdl,
        TableDdl,
        ColumnDdl,
        ConstraintDdl,
        IndexDdl,
        TypeDdl,
        ViewDdl,
        ObjectDdl,
        SetComment,
        RawSql {
  /** The answer of the visitor for the family of this statement. */
  <R> R accept(DdlVisitor<R> visitor);
}
