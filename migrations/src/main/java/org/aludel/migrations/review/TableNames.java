package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;

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

  /** The tables that the statement drops. */
  static List<String> dropped(SqlStatement statement) {
    List<String> tables = new ArrayList<>();
    if (statement.begins("drop", "table")) {
      int at = statement.skip(2, "if", "exists");
      tables.add(statement.name(at));
      for (; at < statement.tokens().size(); at++) {
        if (statement.at(at, ",")) {
          tables.add(statement.name(at + 1));
        }
      }
    }
    return tables;
  }

  /** The table that the statement alters, or empty. */
  static String altered(SqlStatement statement) {
    if (!statement.begins("alter", "table")) {
      return "";
    }
    return statement.name(statement.skip(statement.skip(2, "if", "exists"), "only"));
  }
}
