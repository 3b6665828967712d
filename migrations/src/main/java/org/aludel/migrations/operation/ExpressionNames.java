package org.aludel.migrations.operation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.aludel.migrations.lexer.SqlWord;

/**
 * The words of an SQL expression: which names it mentions, and the same expression after a rename.
 * A name counts wherever it stands as an identifier, so a mention may be one too many and is never
 * one too few.
 *
 * @param identifiers folded to lower case unless quoted
 * @param literals the values of text literals
 */
public record ExpressionNames(Set<String> identifiers, Set<String> literals) {
  public ExpressionNames {
    identifiers = Set.copyOf(identifiers);
    literals = Set.copyOf(literals);
  }

  /** What an expression mentions. */
  public static ExpressionNames of(String sql) {
    Set<String> identifiers = new LinkedHashSet<>();
    Set<String> literals = new LinkedHashSet<>();
    for (SqlWord word : SqlWord.of(sql)) {
      if (word.kind() == SqlWord.Kind.TEXT) {
        literals.add(word.text());
      } else if (isIdentifier(sql, word)) {
        identifiers.add(word.text());
      }
    }
    return new ExpressionNames(identifiers, literals);
  }

  /**
   * The expression with each identifier {@code from} replaced.
   *
   * @param from the exact name, unquoted
   * @param quotedTo the new name as written in SQL
   */
  public static String rename(String sql, String from, String quotedTo) {
    StringBuilder renamed = new StringBuilder();
    int copied = 0;
    for (SqlWord word : SqlWord.of(sql)) {
      if (isIdentifier(sql, word) && word.text().equals(from)) {
        renamed.append(sql, copied, word.start()).append(quotedTo);
        copied = word.end();
      }
    }
    return renamed.append(sql, copied, sql.length()).toString();
  }

  /** A bare name right before a parenthesis is a function. */
  private static boolean isIdentifier(String sql, SqlWord word) {
    return word.kind() == SqlWord.Kind.QUOTED
        || (word.kind() == SqlWord.Kind.NAME && !sql.startsWith("(", word.end()));
  }
}
