package org.aludel.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aludel.error.EngineCode;
import org.aludel.error.MultipleResultsException;
import org.aludel.error.NoResultException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.TypeCode;
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
  /** Stands for a row that is left out. */
  private static final Object SKIPPED = new Object();

  private final RowFeed<R> feed;
  private final boolean skips;
  private boolean started;

  Result(Cursor cursor, RowReader<R> reader) {
    this(new CursorFeed<>(cursor, reader));
  }

  Result(RowFeed<R> feed) {
    this(feed, false);
  }

  /**
   * @param skips whether the feed may give {@link #SKIPPED} in place of a row
   */
  private Result(RowFeed<R> feed, boolean skips) {
    this.feed = feed;
    this.skips = skips;
  }

  /** The labels of the columns in order, unmodifiable; empty for a statement without rows. */
  public List<String> columnNames() {
    return feed.columnNames();
  }

  /** Rows inserted, updated or deleted; -1 when the statement gave rows instead. */
  public long rowCount() {
    return feed.rowCount();
  }

  /** The remaining rows as an unmodifiable list, empty when there are none. */
  public List<R> all() {
    List<R> rows = new ArrayList<>();
    RowIterator left = start();
    if (skips) {
      left.forEachRemaining(rows::add);
    } else {
      while (feed.next()) {
        rows.add(feed.read());
      }
    }
    return Collections.unmodifiableList(rows);
  }

  /**
   * The first row, or empty when there is none; the rest is not read.
   *
   * @throws UsageException with {@code NULL_VALUE} when the first row is a single NULL; see {@link
   *     #scalar()}
   */
  public Optional<R> first() {
    try (this) {
      Iterator<R> rows = iterator();
      return rows.hasNext() ? present(rows.next()) : Optional.empty();
    }
  }

  /** An Optional cannot tell "no row" from "a row that is NULL". */
  private Optional<R> present(R row) {
    if (row == null) {
      throw new UsageException(
          Problem.of(SqlCode.NULL_VALUE, "cannot give the row of a result")
              .found("a row that is NULL, which an Optional cannot hold\n" + feed.described())
              .expected("a value")
              .fix("scalar() or one(), which give null"));
    }
    return Optional.of(row);
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
      Optional<R> row = present(rows.next());
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
   * @throws UsageException with {@code WRONG_VALUE} for a primitive class, which has no NULL, and
   *     when the driver knows no way from the column to the class
   */
  public <T> Result<@Nullable T> scalars(Class<T> type) {
    if (type.isPrimitive()) {
      throw new UsageException(
          Problem.of(TypeCode.WRONG_VALUE, "cannot read a column as \"" + type + "\"")
              .found("a primitive class, which has no value for NULL")
              .expected("a class, such as Integer or Long"));
    }
    return new Result<>(feed.scalars(type));
  }

  /** The first column of the first row; {@link #scalars(Class)} and {@link #scalar()} in one. */
  public <T> @Nullable T scalar(Class<T> type) {
    return scalars(type).scalar();
  }

  /** The same rows, each turned into something else while it is read. */
  public <T extends @Nullable Object> Result<T> map(Function<? super R, ? extends T> mapping) {
    Function<R, T> read =
        skips
            ? value -> value == SKIPPED ? Result.<T>skipped() : mapping.apply(value)
            : mapping::apply;
    return new Result<T>(feed.map(read), skips);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // never given to anybody
  private static <T extends @Nullable Object> T skipped() {
    return (T) SKIPPED;
  }

  /** Each row as a map from the columns' labels to values, in column order; of equal labels one. */
  public Result<Map<String, @Nullable Object>> mappings() {
    return new Result<>(feed.mappings());
  }

  /**
   * The same rows, of equal ones the first alone; remembers every row that it has given.
   *
   * <pre>{@code
   * connection.execute(select(USER).join(USER.addresses)).unique().all()
   * }</pre>
   */
  public Result<R> unique() {
    return unique(row -> row);
  }

  /** As {@link #unique()}, where two rows are equal if a key of them is. */
  public Result<R> unique(Function<? super R, ?> key) {
    Set<@Nullable Object> seen = new HashSet<>();
    return new Result<R>(
        feed.map(
            value -> value == SKIPPED || seen.add(key.apply(value)) ? value : Result.<R>skipped()),
        true);
  }

  /**
   * Reads the remaining rows and keeps them in a value that gives them again and again.
   *
   * @throws UsageException with {@code ALREADY_READ}, or {@code NO_ROWS} for a statement that
   *     returned none
   */
  public FrozenResult<R> freeze() {
    requireUnread();
    List<String> names = columnNames();
    return new FrozenResult<R>(names, all());
  }

  /**
   * The rows of this result and then those of others, as of one; they may come from other
   * connections. The others and this can be read no more by themselves, and close with what is
   * given. Names of columns are those of this one; a {@link org.aludel.sql.Row} keeps its own.
   *
   * @throws UsageException with {@code ALREADY_READ} when one of them was read before or is given
   *     twice, {@code NO_ROWS} for a statement that returned no rows
   */
  @SafeVarargs
  public final Result<R> merge(Result<R>... others) {
    List<RowFeed<R>> feeds = new ArrayList<>();
    take();
    feeds.add(feed);
    boolean anySkips = skips;
    for (Result<R> other : others) {
      other.take();
      feeds.add(other.feed);
      anySkips |= other.skips;
    }
    return new Result<R>(new MergedFeed<R>(feeds), anySkips);
  }

  /**
   * The rows in lists of equal size, the last one shorter, none empty. With {@code fetchSize} of
   * the same size no more than two parts are in memory at once. Close the result unless it is read
   * to the end.
   *
   * @param size rows a part, at least 1
   */
  public Iterable<List<R>> partitions(int size) {
    if (size < 1) {
      throw new UsageException(
          Problem.of(EngineCode.INVALID_OPTION, "cannot give rows in parts of " + size)
              .expected("1 row or more"));
    }
    return () -> new Partitions<>(iterator(), size);
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
    take();
    return new RowIterator();
  }

  /** From here on the rows are given to one reader alone. */
  private void take() {
    requireUnread();
    started = true;
  }

  private void requireUnread() {
    if (!feed.hasRows()) {
      throw new UsageException(
          Problem.of(SqlCode.NO_ROWS, "cannot read rows of a statement that returns none")
              .found(feed.rowCount() + " rows changed")
              .fix("add returning(…), or ask for rowCount()"));
    }
    if (started) {
      throw new UsageException(
          Problem.of(SqlCode.ALREADY_READ, "cannot read a result twice")
              .fix("keep the list that all() gives, or what freeze() gives"));
    }
  }

  /** Gives up the remaining rows. Does nothing when closed already. */
  @Override
  public void close() {
    feed.close();
  }

  private NoResultException noRows() {
    return new NoResultException(
        Problem.of(SqlCode.NO_ROWS, "cannot take one row from a result")
            .found("no row\n" + feed.described())
            .expected("exactly one")
            .fix("use first() or oneOrNone() where none is normal"));
  }

  private void requireEnd(Iterator<?> rows) {
    if (rows.hasNext()) {
      throw new MultipleResultsException(
          Problem.of(SqlCode.MULTIPLE_ROWS, "cannot take one row from a result")
              .found("two rows or more\n" + feed.described())
              .expected("exactly one")
              .fix("narrow the WHERE, or use first()"));
    }
  }

  private final class RowIterator implements Iterator<R> {
    private boolean onRow;
    private @Nullable Object read;

    @Override
    public boolean hasNext() {
      while (!onRow && feed.next()) {
        read = skips ? feed.read() : null;
        onRow = read != SKIPPED;
      }
      return onRow;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // read by this result's own reader, nulls included
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      onRow = false;
      return skips ? (R) read : feed.read();
    }
  }
}
