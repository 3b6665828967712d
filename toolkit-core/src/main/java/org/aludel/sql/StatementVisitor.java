package org.aludel.sql;

/**
 * One method for each kind of statement, none with a default: a new kind breaks every visitor until
 * it is handled.
 *
 * @param <V> what a visit gives
 */
public interface StatementVisitor<V> {
  V visitSelect(Select<?> node);

  V visitSetOperation(SetOperation<?> node);

  V visitValues(Values<?> node);

  V visitWith(With<?> node);

  V visitInsert(Insert<?> node);

  V visitUpdate(Update<?> node);

  V visitDelete(Delete<?> node);

  V visitMerge(Merge<?> node);

  V visitText(TextStatement<?> node);
}
