package org.aludel.ddl;

/** One method a family of statements; a family has a visitor of its own for its members. */
public interface DdlVisitor<R> {
  R visitNamespace(NamespaceDdl statement);

  R visitEnum(EnumDdl statement);

  R visitSequence(SequenceDdl statement);

  R visitTable(TableDdl statement);

  R visitColumn(ColumnDdl statement);

  R visitConstraint(ConstraintDdl statement);

  R visitIndex(IndexDdl statement);

  R visitType(TypeDdl statement);

  R visitView(ViewDdl statement);

  R visitObject(ObjectDdl statement);

  R visitSetComment(SetComment statement);

  R visitRawSql(RawSql statement);
}
