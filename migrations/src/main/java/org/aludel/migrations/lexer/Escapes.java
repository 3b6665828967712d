package org.aludel.migrations.lexer;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a backslash means between quotes. Source: PostgreSQL 18 §4.1.1, §4.1.2.2, §4.1.2.3. */
enum Escapes {
  /** Itself. */
  NONE,
  /** {@code E} strings: letters for controls, and digits for code points. */
  C,
  /** Code points of four or, behind a plus, six digits, after a mark that UESCAPE may name. */
  UNICODE;

  private static final Pattern IN_C =
      Pattern.compile(
          "\\\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{1,3})|(.))",
          Pattern.DOTALL);
  private static final Pattern UESCAPE =
      Pattern.compile("\\s*UESCAPE\\s*'([^'])'", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> CONTROLS =
      Map.of("b", "\b", "f", "\f", "n", "\n", "r", "\r", "t", "\t");

  /**
   * The value of what stands between quotes.
   *
   * @param behind the position behind the closing quote
   */
  String decoded(String inside, String sql, int behind) {
    return switch (this) {
      case NONE -> inside;
      case C -> IN_C.matcher(inside).replaceAll(found -> Matcher.quoteReplacement(c(found)));
      case UNICODE -> unicode(inside, mark(sql, behind));
    };
  }

  private static String c(MatchResult found) {
    if (found.group(5) != null) {
      return CONTROLS.getOrDefault(found.group(5), found.group(5));
    }
    if (found.group(4) != null) {
      return character(found.group(4), 8);
    }
    for (int group = 1; group <= 3; group++) {
      if (found.group(group) != null) {
        return character(found.group(group), 16);
      }
    }
    return found.group();
  }

  private static String mark(String sql, int behind) {
    Matcher named = UESCAPE.matcher(sql);
    boolean other = behind <= sql.length() && named.region(behind, sql.length()).lookingAt();
    return other ? named.group(1) : "\\";
  }

  private static String unicode(String inside, String mark) {
    String quoted = Pattern.quote(mark);
    return Pattern.compile(quoted + "(?:(" + quoted + ")|\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4}))")
        .matcher(inside)
        .replaceAll(
            found -> {
              String digits = found.group(2) != null ? found.group(2) : found.group(3);
              return Matcher.quoteReplacement(digits == null ? mark : character(digits, 16));
            });
  }

  /** What is no character, which the server refuses, stands for itself. */
  private static String character(String digits, int radix) {
    int code = Integer.parseUnsignedInt(digits, radix);
    return Character.isValidCodePoint(code) ? Character.toString(code) : digits;
  }
}
