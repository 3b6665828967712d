package org.aludel.sql;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the client gives a column that a statement leaves out: a value, one made for each row, or
 * SQL. Nothing of it is in the database, so schema objects that differ in it alone are equal, and
 * no comparison finds it.
 *
 * <p>As SQLAlchemy's {@code default} and {@code onupdate}: a column that the statement names, NULL
 * included, is left alone; rows of {@code VALUES} are made one by one; a query's rows share one
 * value; {@code ON CONFLICT DO UPDATE} takes none. Immutable.
 */
public final class ClientDefault {
  /** Nothing. */
  public static final ClientDefault NONE = new ClientDefault(null, null);

  private final @Nullable Maker onInsert;
  private final @Nullable Maker onUpdate;

  private ClientDefault(@Nullable Maker onInsert, @Nullable Maker onUpdate) {
    this.onInsert = onInsert;
    this.onUpdate = onUpdate;
  }

  /**
   * Makes what stands for one column of one row: an {@link Expression}, or a value.
   *
   * @param isFixed whether it makes the same each time
   */
  private record Maker(Function<RowValues, ? extends @Nullable Object> function, boolean isFixed) {}

  /** The same with what an INSERT takes. */
  public ClientDefault withInsert(Function<RowValues, ? extends @Nullable Object> maker) {
    return new ClientDefault(new Maker(maker, false), onUpdate);
  }

  /** The same with the one value, or SQL, that each INSERT takes. */
  public ClientDefault withInsertValue(Object value) {
    return new ClientDefault(new Maker(row -> value, true), onUpdate);
  }

  /** The same with what an UPDATE takes. */
  public ClientDefault withUpdate(Function<RowValues, ? extends @Nullable Object> maker) {
    return new ClientDefault(onInsert, new Maker(maker, false));
  }

  /** The same with the one value, or SQL, that each UPDATE takes. */
  public ClientDefault withUpdateValue(Object value) {
    return new ClientDefault(onInsert, new Maker(row -> value, true));
  }

  /** Whether an INSERT that leaves the column out gets a value. */
  public boolean insertable() {
    return onInsert != null;
  }

  /** Whether an UPDATE that leaves the column out sets it. */
  public boolean updatable() {
    return onUpdate != null;
  }

  /** For a row, or where there is none for the text alone, in which NULL stands for a value. */
  Expression<?> forInsert(ColumnReference<?> column, @Nullable RowValues row) {
    return made(onInsert, column, row);
  }

  Expression<?> forUpdate(ColumnReference<?> column, @Nullable RowValues row) {
    return made(onUpdate, column, row);
  }

  private static Expression<?> made(
      @Nullable Maker maker, ColumnReference<?> column, @Nullable RowValues row) {
    if (maker == null) {
      throw new IllegalArgumentException("nothing is given to " + column);
    }
    if (row == null && !maker.isFixed()) {
      return new Bind<>(column.type(), null);
    }
    RowValues values = row == null ? GivenValues.none() : row;
    return Refusals.valueFor(column, maker.function().apply(values));
  }

  /** All are equal: see above. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClientDefault;
  }

  @Override
  public int hashCode() {
    return ClientDefault.class.hashCode();
  }

  @Override
  public String toString() {
    return insertable() || updatable() ? "given by the client" : "none";
  }
}
