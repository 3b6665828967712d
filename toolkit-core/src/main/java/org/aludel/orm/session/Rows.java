package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.error.MultipleResultsException;
import org.aludel.error.NoResultException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave a session: rows, read already, or the number of rows changed. Immutable but
 * for the objects in it; may be read as often as wanted.
 *
 * @param <R> what a row becomes
 */
public final class Rows<R extends @Nullable Object> implements Iterable<R> {
  private final List<R> rows;
  private final long rowCount;

  Rows(List<R> rows, long rowCount) {
    this.rows = Collections.unmodifiableList(rows);
    this.rowCount = rowCount;
  }

  /** The rows in the order of the statement, unmodifiable, empty when there are none. */
  public List<R> all() {
    return rows;
  }

  /** The first row, or empty when there is none. */
  public Optional<R> first() {
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  /**
   * The only row.
   *
   * @throws NoResultException with {@code NO_ROWS}
   * @throws MultipleResultsException with {@code MULTIPLE_ROWS}
   */
  public R one() {
    if (rows.isEmpty()) {
      throw new NoResultException(
          Problem.of(SqlCode.NO_ROWS, "cannot take one row from a result")
              .found("no row")
              .expected("exactly one")
              .fix("use first() or oneOrNone() where none is normal"));
    }
    requireOne();
    return rows.get(0);
  }

  /**
   * The only row, or empty when there is none.
   *
   * @throws MultipleResultsException with {@code MULTIPLE_ROWS}
   */
  public Optional<R> oneOrNone() {
    requireOne();
    return first();
  }

  /**
   * The first of the rows that are the same.
   *
   * @param keys one a row, equal where rows are the same
   */
  Rows<R> distinct(List<Object> keys) {
    Set<Object> known = new HashSet<>();
    List<R> first = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      if (known.add(keys.get(index))) {
        first.add(rows.get(index));
      }
    }
    return new Rows<>(first, rowCount);
  }

  /** Rows inserted, updated or deleted; -1 for a statement that gives rows instead. */
  public long rowCount() {
    return rowCount;
  }

  public Stream<R> stream() {
    return rows.stream();
  }

  @Override
  public Iterator<R> iterator() {
    return rows.iterator();
  }

  private void requireOne() {
    if (rows.size() > 1) {
      throw new MultipleResultsException(
          Problem.of(SqlCode.MULTIPLE_ROWS, "cannot take one row from a result")
              .found(rows.size() + " rows")
              .expected("exactly one")
              .fix("narrow the WHERE, or use first()"));
    }
  }
}
