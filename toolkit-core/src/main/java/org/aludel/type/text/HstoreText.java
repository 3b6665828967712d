package org.aludel.type.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of hstore: {@code "a"=>"1", "b"=>NULL}. Source: PostgreSQL 18 §F.17. */
public final class HstoreText {
  private HstoreText() {}

  /** A new map that the caller owns, in the server's order; values may be null. */
  public static Map<String, @Nullable String> parse(String text) {
    TextScanner scanner = new TextScanner(text, "an hstore");
    Map<String, @Nullable String> pairs = new LinkedHashMap<>();
    while (!scanner.atEnd()) {
      String key = scanner.quoted();
      scanner.expect('=');
      scanner.expect('>');
      pairs.put(key, value(scanner));
      scanner.take(',');
      scanner.skipSpaces();
    }
    return pairs;
  }

  private static @Nullable String value(TextScanner scanner) {
    if (scanner.peek() == '"') {
      return scanner.quoted();
    }
    scanner.until(",");
    return null;
  }

  /** The text from which the server reads the map. */
  public static String write(Map<String, ? extends @Nullable String> pairs) {
    StringBuilder text = new StringBuilder();
    pairs.forEach(
        (key, value) -> {
          text.append(text.length() == 0 ? "" : ",");
          TextScanner.quote(text, key);
          text.append("=>");
          if (value == null) {
            text.append("NULL");
          } else {
            TextScanner.quote(text, value);
          }
        });
    return text.toString();
  }
}
