package org.aludel.migrations.rows;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.RawSql;
import org.aludel.error.MigrationCode;
import org.aludel.schema.QualifiedName;

/** Statements that look at rows or write them. */
public record RowStatements(IdentifierQuoter quoter) {
  /** Gives all rows a value that have none. */
  public RawSql fill(QualifiedName table, String column, String value) {
    String name = quoter.quote(column);
    return new RawSql(
        "UPDATE "
            + quoter.quote(table)
            + " SET "
            + name
            + " = "
            + value
            + " WHERE "
            + name
            + " IS NULL");
  }

  /** Fails where rows hold null, and says how many. */
  public RawSql refuseNulls(QualifiedName table, String column) {
    return refuse(
        count(quoter.quote(table) + " WHERE " + quoter.quote(column) + " IS NULL"),
        "cannot set NOT NULL on \"" + table + "." + column + "\": % rows hold NULL",
        missing(RowRules.key(table, column)));
  }

  /** Fails where there are rows, and says how many. */
  public RawSql refuseRows(QualifiedName table, String column) {
    return refuse(
        count(quoter.quote(table)),
        "cannot add NOT NULL column \""
            + table
            + "."
            + column
            + "\" without a default: the table holds % rows",
        missing(RowRules.key(table, column)));
  }

  /**
   * Fails where rows would find no partition, and says how many.
   *
   * @param rows a query's FROM and WHERE
   */
  public RawSql refuseStrays(QualifiedName table, String rows) {
    return refuse(
        count(rows),
        "cannot divide table \"" + table + "\": % rows fit no partition",
        new Refusal(
            MigrationCode.ROWS_FIT_NO_PARTITION,
            "check_violation",
            "Add partitions for them or a DEFAULT partition to the model, or change the rows"
                + " first."));
  }

  /**
   * Fails where two numbers differ, which no movement of rows may bring about.
   *
   * @param moved an expression, what was to be moved
   * @param arrived an expression, what has arrived
   */
  public RawSql refuseLoss(QualifiedName table, String moved, String arrived) {
    return refuse(
        "abs((" + moved + ") - (" + arrived + "))",
        "cannot rebuild table \"" + table + "\": % rows did not arrive",
        new Refusal(
            MigrationCode.ROWS_NOT_MOVED,
            "raise_exception",
            "Nothing was changed. Run it as a role that sees all rows of the table."));
  }

  private static Refusal missing(String name) {
    return new Refusal(
        MigrationCode.ROWS_LACK_VALUE,
        "not_null_violation",
        "Fill them first; or delete the file of the revision, and write it again with a default of"
            + " the column or with -Dorm.fill="
            + name
            + ":<SQL expression>.");
  }

  private record Refusal(MigrationCode code, String condition, String hint) {}

  private static String count(String rows) {
    return "(SELECT count(*) FROM " + rows + ")";
  }

  /**
   * A block, since only that can raise an error of its own.
   *
   * @param number an expression; the error is raised where it is not zero
   * @param message with {@code %} for the number of rows
   */
  private static RawSql refuse(String number, String message, Refusal refusal) {
    String text = refusal.code().id() + ": " + message;
    int place = text.lastIndexOf('%');
    return new RawSql(
        "DO $aludel$DECLARE found bigint := "
            + number
            + "; BEGIN IF found > 0 THEN RAISE EXCEPTION USING ERRCODE = "
            + SqlLiteral.text(refusal.condition())
            + ", MESSAGE = "
            + SqlLiteral.text(text.substring(0, place))
            + " || found || "
            + SqlLiteral.text(text.substring(place + 1))
            + ", HINT = "
            + SqlLiteral.text(refusal.hint())
            + "; END IF; END$aludel$");
  }
}
