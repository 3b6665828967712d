package org.aludel.testing;

import org.jspecify.annotations.Nullable;

/** Cuts SQL text into tokens. Not thread-safe. */
final class SqlScanner {
  private final String text;
  private int position;

  SqlScanner(String text) {
    this.text = text;
  }

  /** What a token is. */
  enum Kind {
    /** White space or a comment. */
    BLANK,
    /** A name or key word without quotes, or a number. */
    WORD,
    /** A string, quoted name or dollar-quoted text. */
    QUOTED,
    /** One other character. */
    SYMBOL
  }

  /** A piece of the text. */
  record Token(Kind kind, String text) {}

  boolean atEnd() {
    return position >= text.length();
  }

  int position() {
    return position;
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  void skipLine() {
    position = lineEnd(position);
  }

  Token next() {
    int from = position;
    Kind kind = Kind.SYMBOL;
    char first = text.charAt(position);
    if (Character.isWhitespace(first)) {
      kind = Kind.BLANK;
      position++;
    } else if (text.startsWith("--", position)) {
      kind = Kind.BLANK;
      position = lineEnd(position);
    } else if (text.startsWith("/*", position)) {
      kind = Kind.BLANK;
      position = commentEnd(position);
    } else if (isEscapeString(first)) {
      kind = Kind.QUOTED;
      position = quoteEnd(position + 1, '\'', true);
    } else if (first == '\'' || first == '"') {
      kind = Kind.QUOTED;
      position = quoteEnd(position, first, false);
    } else if (dollarTag(position) != null) {
      kind = Kind.QUOTED;
      position = dollarEnd(position);
    } else if (isWordPart(first)) {
      kind = Kind.WORD;
      position = wordEnd(position);
    } else {
      position++;
    }
    return new Token(kind, text.substring(from, position));
  }

  private boolean isEscapeString(char first) {
    return (first == 'e' || first == 'E') && text.startsWith("'", position + 1);
  }

  private static boolean isWordPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && (isWordPart(text.charAt(end)) || text.charAt(end) == '$')) {
      end++;
    }
    return end;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** Comments of this form nest. */
  private int commentEnd(int from) {
    int depth = 0;
    int end = from;
    do {
      if (text.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (text.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    } while (depth > 0 && end < text.length());
    return Math.min(end, text.length());
  }

  /** A doubled quote needs no care: it ends one quoted piece and begins the next. */
  private int quoteEnd(int from, char quote, boolean backslashes) {
    int end = from + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += backslashes && text.charAt(end) == '\\' ? 2 : 1;
    }
    if (backslashes && text.startsWith("''", end)) {
      return quoteEnd(end + 1, quote, true);
    }
    return Math.min(end + 1, text.length());
  }

  private @Nullable String dollarTag(int from) {
    if (text.charAt(from) != '$') {
      return null;
    }
    int end = from + 1;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == '$';
    boolean parameter = end > from + 1 && Character.isDigit(text.charAt(from + 1));
    return closed && !parameter ? text.substring(from, end + 1) : null;
  }

  private int dollarEnd(int from) {
    String tag = String.valueOf(dollarTag(from));
    int end = text.indexOf(tag, from + tag.length());
    return end < 0 ? text.length() : end + tag.length();
  }
}
