package org.aludel.migrations.review;

/** Finds which table a statement is about. */
final class TableNames {
  private TableNames() {}

  /** The table that the statement creates, or empty. */
  static String created(SqlStatement statement) {
    int at = statement.skip(1, "unlogged");
    if (!statement.begins("create") || !statement.at(at, "table")) {
      return "";
    }
    return statement.name(statement.skip(at + 1, "if", "not", "exists"));
  }

  /** The table that the statement drops, or empty. */
  static String dropped(SqlStatement statement) {
    return statement.begins("drop", "table")
        ? statement.name(statement.skip(2, "if", "exists"))
        : "";
  }

  /** The table that the statement alters, or empty. */
  static String altered(SqlStatement statement) {
    if (!statement.begins("alter", "table")) {
      return "";
    }
    return statement.name(statement.skip(statement.skip(2, "if", "exists"), "only"));
  }
}
