package org.aludel.dialect.postgresql;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists of values in deparsed text. {@code x IN ('a', 'b')} on a varchar column is deparsed as
 * {@code (ARRAY['a'::character varying, ...])::text[]}; once that text is run, the server pushes
 * the cast to the elements and deparses them so ever after. Both forms must be one, or a check that
 * is created from its own text differs from itself. Source: PostgreSQL, transformArrayExpr.
 */
final class PostgresArrayLists {
  private static final String LITERAL = "'(?:[^']|'')*'::[a-z][a-z ]*";

  /** Only literals: other elements may need parentheses of their own. */
  private static final Pattern CAST_OF_ALL =
      Pattern.compile(
          "\\(ARRAY\\[(" + LITERAL + "(?:, " + LITERAL + ")*)\\]\\)::([a-z][a-z ]*)\\[\\]");

  /** The type of the last element, which is that of all. */
  private static final Pattern TYPE = Pattern.compile("::([a-z][a-z ]*)$");

  private static final Pattern ELEMENT = Pattern.compile(LITERAL);

  private PostgresArrayLists() {}

  /** The text in the form that it keeps. */
  static String settled(String deparsed) {
    if (!deparsed.contains("(ARRAY['")) {
      return deparsed;
    }
    return CAST_OF_ALL.matcher(deparsed).replaceAll(PostgresArrayLists::pushed);
  }

  /**
   * The text that the server stores as the given one, null where that one does. A cast of the list
   * to the type that it has already takes what is pushed to the elements, so that the outer cast
   * stays where it was.
   */
  static @Nullable String kept(String deparsed) {
    if (!deparsed.contains("(ARRAY['")) {
      return null;
    }
    String kept = CAST_OF_ALL.matcher(deparsed).replaceAll(PostgresArrayLists::shielded);
    return kept.equals(deparsed) ? null : kept;
  }

  private static String shielded(MatchResult list) {
    Matcher type = TYPE.matcher(list.group(1));
    String own = type.find() ? type.group(1) : list.group(2);
    return quoted("(ARRAY[" + list.group(1) + "])::" + own + "[]::" + list.group(2) + "[]");
  }

  private static String pushed(MatchResult list) {
    String type = list.group(2);
    String elements =
        ELEMENT
            .matcher(list.group(1))
            .replaceAll(each -> quoted("(" + each.group() + ")::" + type));
    return quoted("ARRAY[" + elements + "]");
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
