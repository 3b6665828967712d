package org.aludel.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.aludel.util.WholeText;

/** Texts that somebody careless would let a parser see, the same ones for the same seed. */
final class HostileText {
  private static final String[] PIECES = {
    "'",
    "''",
    "\"",
    "\"\"",
    "\\",
    "\\'",
    "\\\\",
    "--",
    "-- \n",
    "/*",
    "*/",
    "/* /* */",
    "$$",
    "$a$",
    "$1",
    ";",
    "\n",
    "\r\n",
    "\t",
    "\b",
    " ",
    "?",
    "??",
    "?::text",
    ":x",
    "::",
    "{fn now()}",
    "{d '",
    "{",
    "}",
    "%s",
    "%(table_name)",
    "${x}",
    "#{x}",
    "@x",
    "E'",
    "U&'\\0061'",
    "U&\"",
    "B'",
    "\\x00",
    "'; DROP TABLE canary; --",
    "\"; DROP TABLE canary; --",
    "\\'; DROP TABLE canary; --",
    "$$; DROP TABLE canary; $$",
    "*/ DROP TABLE canary; /*",
    "NULL",
    "select",
    "USER",
    "Tab",
    "_",
    "nextval('x')",
    "now()",
    "a",
    "z9",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "=",
    "é",
    "ß",
    "İ",
    "ı",
    "ǅ",
    "e\u0301",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\uffff",
    "日本",
    "😀",
    "𝄞",
    "\0",
    "\ud800",
    "\udc00",
    "\udc00\ud800"
  };

  /** The longest name of the server and what lies round it. */
  private static final int EDGE = 63;

  private final Random random;

  HostileText(long seed) {
    this.random = new Random(seed);
  }

  /** The next text; one in six has nearly as many bytes as a name may have, or slightly more. */
  String next() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(7);
    for (int piece = 0; piece < pieces; piece++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    if (random.nextInt(6) == 0) {
      int wanted = EDGE - 2 + random.nextInt(5);
      String filling = random.nextBoolean() ? "x" : "ä";
      while (bytes(text.toString()) < wanted) {
        text.append(filling);
      }
    }
    return text.toString();
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Whether a server can hold it as a text. */
  static boolean isText(String text) {
    return WholeText.flaw(text) == WholeText.NONE;
  }

  /** Whether a server can hold it as a name. */
  static boolean isName(String text) {
    return !text.isEmpty() && isText(text) && bytes(text) <= EDGE;
  }
}
