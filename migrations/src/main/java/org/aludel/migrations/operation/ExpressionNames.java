package org.aludel.migrations.operation;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The words of an SQL expression: which names it mentions, and the same expression after a rename.
 * A lexer, no parser: a name counts wherever it stands as an identifier, so a mention may be one
 * too many and is never one too few. Source: PostgreSQL 18 §4.1.
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
    scan(
        sql,
        (kind, text) -> {
          if (kind == Kind.LITERAL) {
            literals.add(text.substring(1, text.length() - 1).replace("''", "'"));
          } else if (kind != Kind.OTHER) {
            identifiers.add(kind.name(text));
          }
        });
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
    scan(
        sql,
        (kind, text) -> {
          boolean identifier = kind == Kind.WORD || kind == Kind.QUOTED;
          renamed.append(identifier && kind.name(text).equals(from) ? quotedTo : text);
        });
    return renamed.toString();
  }

  private static void scan(String sql, BiConsumer<Kind, String> sink) {
    int at = 0;
    while (at < sql.length()) {
      char first = sql.charAt(at);
      int end;
      Kind kind;
      if (first == '\'' || first == '"') {
        end = closing(sql, at);
        kind = first == '"' ? Kind.QUOTED : Kind.LITERAL;
      } else if (Character.isLetter(first) || first == '_') {
        end = wordEnd(sql, at);
        boolean call = end < sql.length() && sql.charAt(end) == '(';
        kind = call ? Kind.OTHER : Kind.WORD;
      } else {
        end = at + 1;
        kind = Kind.OTHER;
      }
      sink.accept(kind, sql.substring(at, end));
      at = end;
    }
  }

  /** Behind the quote that closes the one at {@code open}; doubled quotes are inside. */
  private static int closing(String sql, int open) {
    char quote = sql.charAt(open);
    int at = open + 1;
    while (at < sql.length()) {
      if (sql.charAt(at) == quote) {
        if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
          at++;
        } else {
          return at + 1;
        }
      }
      at++;
    }
    return sql.length();
  }

  private static int wordEnd(String sql, int start) {
    int at = start;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at))
            || sql.charAt(at) == '_'
            || sql.charAt(at) == '$')) {
      at++;
    }
    return at;
  }

  private enum Kind {
    WORD,
    QUOTED,
    LITERAL,
    OTHER;

    String name(String text) {
      return this == QUOTED
          ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
          : text.toLowerCase(Locale.ROOT);
    }
  }
}
