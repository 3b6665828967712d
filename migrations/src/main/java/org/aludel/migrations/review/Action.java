package org.aludel.migrations.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One of the actions of {@code ALTER TABLE}, which commas outside parentheses separate.
 *
 * @param statement all of them
 * @param start the first token
 * @param end behind the last one
 */
record Action(SqlStatement statement, int start, int end) {
  /** What ADD may add besides a column. */
  private static final Set<String> OTHERS =
      Set.of("constraint", "primary", "unique", "foreign", "check", "exclude");

  /** The actions in order. */
  static List<Action> of(SqlStatement statement) {
    List<Action> actions = new ArrayList<>();
    int table = statement.skip(statement.skip(2, "if", "exists"), "only");
    int start = table + 1;
    while (statement.at(start, ".")) {
      start += 2;
    }
    for (int at = start; at <= statement.tokens().size(); at++) {
      boolean ends =
          at == statement.tokens().size()
              || (statement.at(at, ",") && statement.tokens().get(at).depth() == 0);
      if (ends) {
        actions.add(new Action(statement, start, at));
        start = at + 1;
      }
    }
    return actions;
  }

  /** The column that it drops, or empty. */
  String dropped() {
    if (!statement.at(start, "drop") || statement.at(start + 1, "constraint")) {
      return "";
    }
    return statement.name(statement.skip(statement.skip(start + 1, "column"), "if", "exists"));
  }

  /** The column that it adds, or empty. */
  String added() {
    if (!statement.at(start, "add")) {
      return "";
    }
    int name = statement.skip(statement.skip(start + 1, "column"), "if", "not", "exists");
    boolean other =
        name == start + 1 && OTHERS.stream().anyMatch(each -> statement.at(start + 1, each));
    return other ? "" : statement.name(name);
  }

  /** Whether the column is {@code GENERATED ALWAYS AS (expression)}; an identity is not. */
  boolean isComputed() {
    for (int at = start; at < end; at++) {
      if (statement.at(at, "generated", "always", "as", "(")) {
        return true;
      }
    }
    return false;
  }
}
