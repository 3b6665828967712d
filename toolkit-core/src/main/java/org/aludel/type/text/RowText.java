package org.aludel.type.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of composite types: {@code (1,"a b",)}. Source: PostgreSQL 18 §8.16.6. */
public final class RowText {
  private RowText() {}

  /** The texts of the fields in order, null for NULL; of {@code ()} one field, which is NULL. */
  public static List<@Nullable String> parse(String text) {
    TextScanner scanner = new TextScanner(text, "a composite value");
    List<@Nullable String> fields = new ArrayList<>();
    scanner.expect('(');
    do {
      fields.add(field(scanner));
    } while (scanner.take(','));
    scanner.expect(')');
    scanner.requireEnd();
    return fields;
  }

  private static @Nullable String field(TextScanner scanner) {
    if (scanner.peek() == '"') {
      return scanner.quoted();
    }
    String bare = scanner.until(",)");
    return bare.isEmpty() ? null : bare;
  }

  /** The text from which the server reads the fields. */
  public static String write(List<@Nullable String> fields) {
    StringBuilder text = new StringBuilder("(");
    for (int index = 0; index < fields.size(); index++) {
      String field = fields.get(index);
      if (index > 0) {
        text.append(',');
      }
      if (field != null) {
        TextScanner.quote(text, field);
      }
    }
    return text.append(')').toString();
  }
}
