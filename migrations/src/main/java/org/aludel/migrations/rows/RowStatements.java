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
        quoter.quote(table) + " WHERE " + quoter.quote(column) + " IS NULL",
        "cannot set NOT NULL on \"" + table + "." + column + "\": % rows hold NULL",
        RowRules.key(table, column));
  }

  /** Fails where there are rows, and says how many. */
  public RawSql refuseRows(QualifiedName table, String column) {
    return refuse(
        quoter.quote(table),
        "cannot add NOT NULL column \""
            + table
            + "."
            + column
            + "\" without a default: the table holds % rows",
        RowRules.key(table, column));
  }

  /**
   * A block, since only that can raise an error of its own.
   *
   * @param message with {@code %} for the number of rows
   */
  private static RawSql refuse(String rows, String message, String name) {
    String text = MigrationCode.ROWS_LACK_VALUE.id() + ": " + message;
    int number = text.lastIndexOf('%');
    return new RawSql(
        "DO $aludel$DECLARE found bigint := (SELECT count(*) FROM "
            + rows
            + "); BEGIN IF found > 0 THEN RAISE EXCEPTION USING ERRCODE = 'not_null_violation',"
            + " MESSAGE = "
            + SqlLiteral.text(text.substring(0, number))
            + " || found || "
            + SqlLiteral.text(text.substring(number + 1))
            + ", HINT = "
            + SqlLiteral.text(
                "Fill them first, give the column a default, or write the revision with"
                    + " -Dorm.fill="
                    + name
                    + ":<SQL expression>.")
            + "; END IF; END$aludel$");
  }
}
