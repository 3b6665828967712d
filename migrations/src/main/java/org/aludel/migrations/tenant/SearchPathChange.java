package org.aludel.migrations.tenant;

import java.util.List;
import java.util.stream.IntStream;
import org.aludel.migrations.lexer.SqlWord;

/** Whether SQL would point unqualified names elsewhere. */
final class SearchPathChange {
  private SearchPathChange() {}

  /** Of a statement by itself; a routine may fix the path for its own body, as a clause. */
  static boolean in(List<SqlWord> statement) {
    if (statement.isEmpty()) {
      return false;
    }
    return forgets(statement)
        || ((calls(statement) || isRole(statement)) && mentions(statement))
        || (!statement.get(0).is("create", "alter") && sets(statement));
  }

  /** At any place of the body of a block. */
  static boolean inBlock(List<SqlWord> body) {
    return sets(body) || (calls(body) && mentions(body));
  }

  /** Settings of the session go, the path among them. */
  private static boolean forgets(List<SqlWord> words) {
    return words.get(0).is("discard")
        || (words.size() == 2 && words.get(0).is("reset") && words.get(1).is("all"));
  }

  /**
   * The words SET, LOCAL or SESSION before the path's name, or before SCHEMA and a text, which is
   * the standard's word for it. Source: PostgreSQL 18, SET.
   */
  private static boolean sets(List<SqlWord> words) {
    return IntStream.range(1, words.size())
        .anyMatch(
            at ->
                words.get(at - 1).is("set", "local", "session", "reset")
                    && (isPath(words.get(at)) || isSchemaAndText(words, at)));
  }

  /** A setting has its name in any case, in quotes or not. */
  private static boolean isPath(SqlWord word) {
    return word.text().equalsIgnoreCase("search_path");
  }

  private static boolean isSchemaAndText(List<SqlWord> words, int at) {
    return words.get(at).is("schema")
        && at + 1 < words.size()
        && words.get(at + 1).kind() == SqlWord.Kind.TEXT;
  }

  private static boolean isRole(List<SqlWord> words) {
    return words.size() > 1
        && words.get(0).is("alter")
        && words.get(1).is("role", "user", "database");
  }

  private static boolean calls(List<SqlWord> words) {
    return words.stream().anyMatch(each -> each.is("set_config"));
  }

  private static boolean mentions(List<SqlWord> words) {
    return words.stream().anyMatch(SearchPathChange::isPath);
  }
}
