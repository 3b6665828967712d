package org.aludel.orm.collection;

import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.sql.Select;
import org.aludel.sql.TableSource;

/** The elements of an object that no session has stored. */
final class NewElements<E> extends UnflushedElements<E> {
  @Override
  public <T extends E> Select<T> select(TableSource<T> table) {
    throw new UsageException(
        Problem.of(SessionCode.NOT_PERSISTENT, "cannot select \"" + table.tableName().name() + "\"")
            .found("a collection that no session has put into its object")
            .expected("the collection of an object that has a row")
            .fix("session.add(…) the object and flush, then ask its getter for the collection"));
  }

  @Override
  public String toString() {
    return "[" + added().size() + " new elements]";
  }
}
