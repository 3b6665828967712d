package org.aludel.sql;

/** One method a kind of {@link BulkStatement}. */
public interface BulkVisitor<R> {
  R visitInsertRow(BulkStatement.InsertRow insert);

  R visitInsertRows(BulkStatement.InsertRows insert);

  R visitUpdateRow(BulkStatement.UpdateRow update);

  R visitUpdateRows(BulkStatement.UpdateRows update);

  R visitMoveRows(BulkStatement.MoveRows move);

  R visitDeleteRows(BulkStatement.DeleteRows delete);

  R visitSelectRow(BulkStatement.SelectRow select);

  R visitSelectRows(BulkStatement.SelectRows select);

  R visitAsksKeyOrder(BulkStatement.AsksKeyOrder question);

  R visitNextValues(BulkStatement.NextValues next);
}
