package org.aludel.sql;

import java.util.List;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which a session reads and writes rows by key: one row at a time, or all at once
 * with one array parameter a column, so that the text does not depend on how many rows there are.
 * Equal statements compile to equal text. Immutable.
 */
public sealed interface BulkStatement {
  /** Where rows are read. */
  sealed interface Source permits Target, View {}

  /** A table; a null schema stands for the default one. */
  record Target(@Nullable String schema, String name) implements Source {}

  /** The rows of a query without parameters, by the names that it gives its columns. */
  record View(Query<?> query) implements Source {}

  /**
   * A column with its type.
   *
   * @param nullable whether NULL among the rows that are deleted means rows with NULL; elsewhere of
   *     no effect
   */
  record Column(String name, SqlType<?> type, boolean nullable) {
    /** A column in which NULL matches nothing. */
    public Column(String name, SqlType<?> type) {
      this(name, type, false);
    }
  }

  /** One term of an order. */
  record Order(Column column, boolean descending) {}

  /** How the rows that a statement returns find the rows that were sent. */
  enum Matching {
    /** Nothing is returned. */
    NONE,
    /** The first column returned is the row's number, from 1. */
    ORDINAL,
    /**
     * Sorting by the returned key gives the order of sending; true only for keys that an ascending
     * sequence makes.
     */
    KEY_ORDER
  }

  /**
   * One row; parameters are the columns in order. Returns one row if anything is to be returned.
   */
  record InsertRow(Target table, List<Column> columns, List<Column> returning)
      implements BulkStatement {
    public InsertRow {
      columns = List.copyOf(columns);
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitInsertRow(this);
    }
  }

  /** Many rows; parameters are one array a column, of which there is at least one. */
  record InsertRows(Target table, List<Column> columns, List<Column> returning, Matching matching)
      implements BulkStatement {
    public InsertRows {
      columns = List.copyOf(columns);
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitInsertRows(this);
    }
  }

  /** One row; parameters are the new values, then the values of {@code match}. */
  record UpdateRow(Target table, List<Column> columns, List<Column> match, List<Column> returning)
      implements BulkStatement {
    public UpdateRow {
      columns = List.copyOf(columns);
      match = List.copyOf(match);
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitUpdateRow(this);
    }
  }

  /** Many rows; parameters are the arrays of {@code match}, then those of the new values. */
  record UpdateRows(Target table, List<Column> columns, List<Column> match, List<Column> returning)
      implements BulkStatement {
    public UpdateRows {
      columns = List.copyOf(columns);
      match = List.copyOf(match);
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitUpdateRows(this);
    }
  }

  /**
   * Many rows, of which those that hold another number are updated; parameters are the arrays of
   * {@code match}, then that of the numbers.
   */
  record MoveRows(Target table, Column position, List<Column> match) implements BulkStatement {
    public MoveRows {
      match = List.copyOf(match);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitMoveRows(this);
    }
  }

  /** Many rows; parameters are the arrays of {@code match}. */
  record DeleteRows(Target table, List<Column> match, List<Column> returning)
      implements BulkStatement {
    public DeleteRows {
      match = List.copyOf(match);
      returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitDeleteRows(this);
    }
  }

  /** The row whose columns equal the parameters. */
  record SelectRow(Source source, List<Column> columns, List<Column> match)
      implements BulkStatement {
    public SelectRow {
      columns = List.copyOf(columns);
      match = List.copyOf(match);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitSelectRow(this);
    }
  }

  /** The rows whose columns equal one set of elements of the arrays. */
  record SelectRows(Source source, List<Column> columns, List<Column> match, List<Order> order)
      implements BulkStatement {
    public SelectRows {
      columns = List.copyOf(columns);
      match = List.copyOf(match);
      order = List.copyOf(order);
    }

    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitSelectRows(this);
    }
  }

  /**
   * Asks whether {@link Matching#KEY_ORDER} holds for a table: an ascending sequence makes the
   * column's values, and nothing stands between the INSERT and the row. One boolean; parameters are
   * none.
   */
  record AsksKeyOrder(Target table, String column) implements BulkStatement {
    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitAsksKeyOrder(this);
    }
  }

  /** The next values of a sequence; the parameter is how many. */
  record NextValues(Target sequence) implements BulkStatement {
    @Override
    public <R> R accept(BulkVisitor<R> visitor) {
      return visitor.visitNextValues(this);
    }
  }

  /** Calls the method for this statement's kind. */
  <R> R accept(BulkVisitor<R> visitor);
}
