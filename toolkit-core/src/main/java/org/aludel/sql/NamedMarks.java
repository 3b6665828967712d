package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.util.Suggestion;

/**
 * Finds {@code :name} in SQL as written by the user: outside of quotes, not in {@code ::}, and not
 * behind a backslash.
 */
final class NamedMarks {
  private final String sql;
  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> positions = new ArrayList<>();
  private final Set<String> others = new TreeSet<>();
  private int marks;
  private char quote;

  private NamedMarks(String sql, String name) {
    this.sql = sql;
    this.name = name;
  }

  /** The statement with a question mark and the bind wherever the name stands. */
  static <R> TextStatement<R> bound(TextStatement<R> statement, String name, Bind<?> bind) {
    NamedMarks found = new NamedMarks(statement.sql(), name);
    found.read();
    if (found.positions.isEmpty()) {
      throw new CompileException(
          Problem.of(SqlCode.UNKNOWN_PARAMETER, "cannot give \":" + name + "\" a value")
              .found(
                  found.others.isEmpty()
                      ? "text without names that are open"
                      : "the open names " + String.join(", ", found.others))
              .expected("one of them" + Suggestion.phrase(name, found.others)));
    }
    List<Bind<?>> binds = new ArrayList<>(statement.binds());
    found.positions.forEach(position -> binds.add(position, bind));
    return new TextStatement<>(found.text.toString(), binds, statement.projection());
  }

  private void read() {
    int at = 0;
    while (at < sql.length()) {
      at = step(at);
    }
  }

  /** Copies what begins at a position; gives the next. */
  private int step(int at) {
    char one = sql.charAt(at);
    if (quote != 0) {
      quote = one == quote ? 0 : quote;
    } else if (one == '\'' || one == '"') {
      quote = one;
    } else if (one == '?') {
      return mark(at);
    } else if (one == '\\' && sql.startsWith("\\:", at)) {
      text.append(':');
      return at + 2;
    } else if (one == ':') {
      return colon(at);
    }
    text.append(one);
    return at + 1;
  }

  /** A pair of them is an operator. */
  private int mark(int at) {
    boolean pair = sql.startsWith("??", at);
    marks += pair ? 0 : 1;
    text.append(pair ? "??" : "?");
    return at + (pair ? 2 : 1);
  }

  private int colon(int at) {
    if (sql.startsWith("::", at)) {
      text.append("::");
      return at + 2;
    }
    int end = at + 1;
    while (end < sql.length() && isPart(sql.charAt(end), end > at + 1)) {
      end++;
    }
    String found = sql.substring(at + 1, end);
    if (found.equals(name)) {
      positions.add(marks);
      marks++;
      text.append('?');
      return end;
    }
    if (!found.isEmpty()) {
      others.add(found);
    }
    text.append(sql, at, end);
    return end;
  }

  private static boolean isPart(char one, boolean later) {
    return later ? Character.isJavaIdentifierPart(one) : Character.isJavaIdentifierStart(one);
  }
}
