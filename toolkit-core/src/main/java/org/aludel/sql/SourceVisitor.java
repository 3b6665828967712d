package org.aludel.sql;

/**
 * One method for each kind of source, none with a default: a new kind breaks every visitor until it
 * is handled.
 *
 * @param <V> what a visit gives
 */
public interface SourceVisitor<V> {
  V visitTable(TableSource<?> node);

  V visitScan(TableScan node);

  V visitDerived(DerivedTable<?> node);

  V visitCte(Cte<?> node);

  V visitSelf(Cte.Self<?> node);

  V visitTableFunction(TableFunction<?> node);

  V visitJoined(JoinedSource node);
}
