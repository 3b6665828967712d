package org.aludel.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aludel.error.MultipleResultsException;
import org.aludel.error.NoResultException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.UsageException;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave: rows, read once and in the order they came, or the number of rows changed.
 * Closes itself when it was read to the end and with the transaction. Not thread-safe.
 *
 * @param <R> what a row becomes; the value itself for one column
 */
public final class Result<R extends @Nullable Object> implements Iterable<R>, AutoCloseable {
  private final Cursor cursor;
  private final RowReader<R> reader;
  private boolean started;

  Result(Cursor cursor, RowReader<R> reader) {
    this.cursor = cursor;
    this.reader = reader;
  }

  /** Rows inserted, updated or deleted; -1 when the statement gave rows instead. */
  public long rowCount() {
    return cursor.rowCount();
  }

  /** The remaining rows as an unmodifiable list, empty when there are none. */
  public List<R> all() {
    List<R> rows = new ArrayList<>();
    for (RowIterator left = start(); left.advance(); ) {
      rows.add(left.read());
    }
    return Collections.unmodifiableList(rows);
  }

  /**
   * The first row, or empty when there is none; the rest is not read.
   *
   * @throws NullPointerException when the first row is a single NULL; see {@link #scalar()}
   */
  public Optional<R> first() {
    try (this) {
      Iterator<R> rows = iterator();
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }
  }

  /**
   * The only row.
   *
   * @throws NoResultException with {@code NO_ROWS}
   * @throws MultipleResultsException with {@code MULTIPLE_ROWS}
   */
  public R one() {
    try (this) {
      Iterator<R> rows = iterator();
      if (!rows.hasNext()) {
        throw noRows();
      }
      R row = rows.next();
      requireEnd(rows);
      return row;
    }
  }

  /**
   * The only row, or empty when there is none.
   *
   * @throws MultipleResultsException with {@code MULTIPLE_ROWS}
   */
  public Optional<R> oneOrNone() {
    try (this) {
      Iterator<R> rows = iterator();
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      Optional<R> row = Optional.of(rows.next());
      requireEnd(rows);
      return row;
    }
  }

  /**
   * The value of the first row, null for SQL NULL; the rest is not read.
   *
   * @throws NoResultException with {@code NO_ROWS}
   */
  public R scalar() {
    try (this) {
      Iterator<R> rows = iterator();
      if (!rows.hasNext()) {
        throw noRows();
      }
      return rows.next();
    }
  }

  /**
   * The first column of each row, converted by the driver, for statements given as text.
   *
   * @param type such as {@code Long.class}
   */
  public <T> Result<@Nullable T> scalars(Class<T> type) {
    return new Result<>(cursor, row -> row.getObject(1, type));
  }

  /** The first column of the first row; {@link #scalars(Class)} and {@link #scalar()} in one. */
  public <T> @Nullable T scalar(Class<T> type) {
    return scalars(type).scalar();
  }

  /** The same rows, each turned into something else while it is read. */
  public <T extends @Nullable Object> Result<T> map(Function<? super R, ? extends T> mapping) {
    return new Result<>(cursor, row -> mapping.apply(reader.read(row)));
  }

  /** The rows as they arrive; close the stream unless it is read to the end. */
  public Stream<R> stream() {
    Spliterator<R> rows = Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
    return StreamSupport.stream(rows, false).onClose(this::close);
  }

  /**
   * The rows as they arrive.
   *
   * @throws UsageException with {@code WRONG_STATE} for a second iterator, or for a statement that
   *     returned no rows
   */
  @Override
  public Iterator<R> iterator() {
    return start();
  }

  private RowIterator start() {
    if (cursor.rows() == null) {
      throw new UsageException(
          Problem.of(SqlCode.NO_ROWS, "cannot read rows of a statement that returns none")
              .found(cursor.rowCount() + " rows changed")
              .fix("add returning(…), or ask for rowCount()"));
    }
    if (started) {
      throw new UsageException(
          Problem.of(SqlCode.ALREADY_READ, "cannot read a result twice")
              .fix("keep the list that all() gives"));
    }
    started = true;
    return new RowIterator();
  }

  /** Gives up the remaining rows. Does nothing when closed already. */
  @Override
  public void close() {
    cursor.close();
  }

  private static NoResultException noRows() {
    return new NoResultException(
        Problem.of(SqlCode.NO_ROWS, "cannot take one row from a result")
            .found("no row")
            .expected("exactly one")
            .fix("use first() or oneOrNone() where none is normal"));
  }

  private static void requireEnd(Iterator<?> rows) {
    if (rows.hasNext()) {
      throw new MultipleResultsException(
          Problem.of(SqlCode.MULTIPLE_ROWS, "cannot take one row from a result")
              .found("two or more rows")
              .expected("exactly one")
              .fix("narrow the WHERE, or use first()"));
    }
  }

  private final class RowIterator implements Iterator<R> {
    private boolean onRow;

    @Override
    public boolean hasNext() {
      onRow = onRow || cursor.next();
      return onRow;
    }

    @Override
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      onRow = false;
      return read();
    }

    boolean advance() {
      return cursor.next();
    }

    R read() {
      return cursor.read(reader);
    }
  }
}
