package org.aludel.migrations.rename;

import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.lexer.SqlWord;
import org.aludel.schema.QualifiedName;

/**
 * A name in SQL text as the server spells it, replaced where it stands for the object. The same
 * word may be that of a column, so its place counts. Literals and bodies that are text stay.
 */
final class RenamedText {
  /** Where a name stands for the object that is meant. */
  enum Place {
    ANYWHERE,
    /** Behind {@code ::}. */
    CAST,
    /** Behind {@code ::}, or in the head of a routine behind the name of a parameter. */
    SIGNATURE,
    /** Before a parenthesis. */
    CALL,
    /** Before a dot. */
    SCHEMA
  }

  private final String sql;
  private final List<SqlWord> words;
  private final Place place;

  private RenamedText(String sql, Place place) {
    this.sql = sql;
    this.words = SqlWord.of(sql);
    this.place = place;
  }

  /** The text with the name replaced at each such place. */
  static String of(
      String sql, Place place, QualifiedName from, QualifiedName to, IdentifierQuoter quoter) {
    if (!sql.contains(from.name().replace("\"", "\"\""))) {
      return sql;
    }
    return new RenamedText(sql, place).replaced(from, quoter.quote(to));
  }

  private String replaced(QualifiedName from, String to) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (int at = 0; at < words.size(); at++) {
      int last = last(at, from);
      if (last >= 0 && fits(at, last)) {
        text.append(sql, copied, words.get(at).start()).append(to);
        copied = words.get(last).end();
        at = last;
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** The last word of the name that begins at a word, or -1. */
  private int last(int at, QualifiedName from) {
    if (isDot(at - 1)) {
      return -1;
    }
    String schema = from.schema();
    if (schema == null) {
      boolean qualifies = isDot(at + 1) && place != Place.SCHEMA && place != Place.ANYWHERE;
      return isName(at, from.name()) && !qualifies ? at : -1;
    }
    return isName(at, schema) && isDot(at + 1) && isName(at + 2, from.name()) ? at + 2 : -1;
  }

  private boolean fits(int first, int last) {
    return switch (place) {
      case ANYWHERE -> true;
      case CAST -> isCast(first);
      case SIGNATURE -> isCast(first) || !isNamed(last + 1);
      case CALL -> isSign(last + 1, "(");
      case SCHEMA -> isDot(last + 1);
    };
  }

  private boolean isCast(int first) {
    return isSign(first - 1, ":") && isSign(first - 2, ":");
  }

  /** Whether the word before was a parameter, whose type stands here. */
  private boolean isNamed(int at) {
    return at < words.size()
        && words.get(at).isName()
        && !words.get(at).is("default", "language", "order", "with", "as");
  }

  private boolean isName(int at, String name) {
    return at >= 0
        && at < words.size()
        && words.get(at).isName()
        && words.get(at).text().equals(name);
  }

  private boolean isDot(int at) {
    return isSign(at, ".");
  }

  private boolean isSign(int at, String sign) {
    return at >= 0 && at < words.size() && words.get(at).isSign(sign);
  }
}
